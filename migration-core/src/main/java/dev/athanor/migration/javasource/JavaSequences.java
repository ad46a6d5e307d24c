package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SequenceOperation.AlterSequence;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SequenceOperation.DropSequence;
import dev.athanor.migration.operation.SequenceOperation.SetSequenceOwner;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Directives for sequences, in Java. */
final class JavaSequences implements SequenceOperation.Visitor<String> {

    private final JavaImports imports;

    JavaSequences(JavaImports imports) {
        this.imports = imports;
    }

    String of(SequenceOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createSequence(CreateSequence creation) {
        JavaChain chain = chain(creation.sequence()).callIf(creation.existence() == Existence.IF_NEEDED, "ifNotExists");
        return call("createSequence", creation.sequence().name())
                .lambdaIfAny("s", chain)
                .statement();
    }

    @Override
    public String dropSequence(DropSequence drop) {
        JavaCall call = call("dropSequence", drop.name()).optionsIfAny(drop.options());
        Sequence sequence = drop.definition();
        return (sequence == null ? call : call.lambda("s", chain(sequence))).statement();
    }

    @Override
    public String alterSequence(AlterSequence change) {
        JavaCall call = call("alterSequence", change.name());
        SequenceOptions from = change.from();
        return (from == null ? call : call.lambda("from", counting(from)))
                .lambda("to", counting(change.to()))
                .statement();
    }

    @Override
    public String setSequenceOwner(SetSequenceOwner change) {
        String schema = change.name().schema();
        return call("changeSequenceOwner", change.name())
                .lambda("from", owner(schema, change.from()))
                .lambda("to", owner(schema, change.to()))
                .statement();
    }

    private JavaCall call(String method, QualifiedName name) {
        return new JavaCall(imports, name.schema(), method).string(name.name());
    }

    private static JavaChain counting(SequenceOptions options) {
        return JavaCounting.of("bigint", options);
    }

    private JavaChain chain(Sequence sequence) {
        return counting(sequence.options())
                .append(owner(sequence.name().schema(), sequence.ownedBy()))
                .callIfGiven("comment", sequence.comment());
    }

    private JavaChain owner(@Nullable String schema, Sequence.@Nullable Owner owner) {
        JavaChain chain = new JavaChain();
        return owner == null
                ? chain
                : chain.code(
                        "ownedBy", imports.reference(schema, owner.table()) + ", " + JavaStrings.of(owner.column()));
    }
}
