package dev.athanor.migration.script;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.EnumOperation;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.CompositeType.Attribute;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.QualifiedName;

/** Directives for types, in Java. */
final class JavaTypes {

    private final JavaImports imports;

    JavaTypes(JavaImports imports) {
        this.imports = imports;
    }

    String of(TypeOperation operation) {
        if (operation instanceof EnumOperation enumeration) {
            return new JavaEnums(imports).of(enumeration);
        }
        if (operation instanceof TypeOperation.OfDomain domain) {
            return of(domain);
        }
        if (operation instanceof CreateComposite creation) {
            return call("createComposite", creation.type().name())
                    .lambda("t", chain(creation.type()))
                    .statement();
        }
        return operation instanceof DropComposite drop ? drop(drop) : alter((AlterComposite) operation);
    }

    private JavaCall call(String method, QualifiedName name) {
        return new JavaCall(imports, name.schema(), method).string(name.name());
    }

    private String drop(DropComposite drop) {
        JavaCall call = call("dropComposite", drop.name());
        CompositeType type = drop.definition();
        return type == null
                ? call.options(drop.options()).statement()
                : call.optionsIfAny(drop.options()).lambda("t", chain(type)).statement();
    }

    private String alter(AlterComposite change) {
        return call("alterComposite", change.to().name())
                .lambda("from", chain(change.from()))
                .lambda("to", chain(change.to()))
                .statement();
    }

    private static JavaChain chain(CompositeType type) {
        JavaChain chain = new JavaChain();
        for (Attribute attribute : type.attributes()) {
            if (attribute.collation() == null) {
                chain.call("attribute", attribute.name(), attribute.type());
            } else {
                chain.call("attribute", attribute.name(), attribute.type(), attribute.collation());
            }
        }
        return chain.callIfGiven("comment", type.comment());
    }

    private String of(TypeOperation.OfDomain operation) {
        if (operation instanceof CreateDomain creation) {
            Domain domain = creation.domain();
            return call("createDomain", domain.name())
                    .string(domain.type())
                    .lambdaIfAny("d", chain(domain))
                    .statement();
        }
        if (operation instanceof DropDomain drop) {
            return drop(drop);
        }
        AlterDomain change = (AlterDomain) operation;
        return call("alterDomain", change.to().name())
                .string(change.to().type())
                .lambda("from", chain(change.from()))
                .lambda("to", chain(change.to()))
                .statement();
    }

    private String drop(DropDomain drop) {
        JavaCall call = call("dropDomain", drop.name());
        Domain domain = drop.definition();
        if (domain == null) {
            return call.options(drop.options()).statement();
        }
        JavaChain chain = chain(domain);
        if (chain.isEmpty() && drop.options().equals(DropOptions.PLAIN)) {
            return call.string(domain.type()).statement();
        }
        return call.options(drop.options())
                .string(domain.type())
                .lambda("d", chain)
                .statement();
    }

    private JavaChain chain(Domain domain) {
        JavaChain chain = new JavaChain()
                .callIfGiven("collate", domain.collation())
                .callIf(!domain.nullable(), "notNull")
                .callIfGiven("defaultTo", domain.defaultExpression());
        domain.checks().forEach(check -> chain.code("check", check(check)));
        return chain.callIfGiven("comment", domain.comment());
    }

    private String check(Check check) {
        String start = JavaStrings.of(check.name()) + ", " + JavaStrings.of(check.expression());
        if (!check.noInherit() && check.validated() && check.comment() == null) {
            return start;
        }
        String comment = check.comment();
        return "new " + imports.check() + "(" + start + ", " + check.noInherit() + ", " + check.validated() + ", "
                + (comment == null ? "null" : JavaStrings.of(comment)) + ")";
    }
}
