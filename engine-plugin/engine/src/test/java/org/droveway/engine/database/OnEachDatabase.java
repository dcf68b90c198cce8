package org.droveway.engine.database;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of what is stored: on every database, each with the lab as {@link StoredLab} has it. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class OnEachDatabase {
    /** Cluster of the lab. */
    static final String CLUSTER = "lab";

    static Stores stores;

    @Parameter
    Database database;

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        stores = StoredLab.open(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        stores.close();
    }

    @BeforeEach
    void fill() {
        StoredLab.fill(stores);
    }
}
