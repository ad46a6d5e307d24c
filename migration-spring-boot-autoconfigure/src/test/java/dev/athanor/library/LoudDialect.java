package dev.athanor.library;

import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** Tells which server it was made for. */
public class LoudDialect extends PostgreSQLDialect {

    public LoudDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public String getTableTypeString() {
        return " /* " + getVersion().getDatabaseMajorVersion() + " */";
    }
}
