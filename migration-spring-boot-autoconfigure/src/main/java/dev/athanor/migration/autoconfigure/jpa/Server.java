package dev.athanor.migration.autoconfigure.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** Describes the server that the DDL is for, as dialects ask for it. */
record Server(String product, int major, int minor, String driver) implements DialectResolutionInfo {

    static Server of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        return new Server(
                metaData.getDatabaseProductName(),
                metaData.getDatabaseMajorVersion(),
                metaData.getDatabaseMinorVersion(),
                metaData.getDriverName());
    }

    @Override
    public String getDatabaseName() {
        return product;
    }

    @Override
    public String getDatabaseVersion() {
        return major + "." + minor;
    }

    @Override
    public int getDatabaseMajorVersion() {
        return major;
    }

    @Override
    public int getDatabaseMinorVersion() {
        return minor;
    }

    @Override
    public String getDriverName() {
        return driver;
    }

    @Override
    public int getDriverMajorVersion() {
        return NO_VERSION;
    }

    @Override
    public int getDriverMinorVersion() {
        return NO_VERSION;
    }

    @Override
    public String getSQLKeywords() {
        return "";
    }
}
