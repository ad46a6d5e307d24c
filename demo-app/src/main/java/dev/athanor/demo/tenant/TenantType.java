package dev.athanor.demo.tenant;

/** What a company does in a building project. The constants are the values of the PostgreSQL enum type. */
public enum TenantType {
    design,
    construction,
    owner,
    supervision
}
