package dev.athanor.demo.persistence;

import java.util.Locale;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** PostgreSQL, with enum types named as the schema names them: {@code tenant_type_enum} for {@code TenantType}. */
public class EnumTypeDialect extends PostgreSQLDialect {

    public EnumTypeDialect() {}

    public EnumTypeDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public String getEnumTypeDeclaration(Class<? extends Enum<?>> enumType) {
        return typeName(enumType.getSimpleName());
    }

    @Override
    public String[] getCreateEnumTypeCommand(String name, String[] values) {
        return super.getCreateEnumTypeCommand(typeName(name), values);
    }

    @Override
    public String[] getDropEnumTypeCommand(String name) {
        return super.getDropEnumTypeCommand(typeName(name));
    }

    private static String typeName(String className) {
        return className.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + "_enum";
    }
}
