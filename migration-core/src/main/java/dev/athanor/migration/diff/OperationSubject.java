package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.DropEnum;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.ScriptedOperation;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SequenceOperation.AlterSequence;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SetComment;
import dev.athanor.migration.operation.SettingsOperation;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.ViewOperation;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.operation.ViewOperation.ReplaceView;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Returns the object that an operation creates, changes or drops; empty if the operation belongs to no object.
 *
 * @since 0.1.0
 */
public final class OperationSubject implements Operation.Visitor<Optional<SchemaObject>> {

    private OperationSubject() {}

    /** Returns the object of an operation. */
    public static Optional<SchemaObject> of(Operation operation) {
        return operation.accept(new OperationSubject());
    }

    @Override
    public Optional<SchemaObject> table(TableOperation operation) {
        if (operation instanceof CreateTable creation) {
            return Optional.of(creation.table().object());
        }
        if (operation instanceof DropTable drop) {
            return Optional.of(SchemaObjects.table(drop.name()));
        }
        return operation instanceof AlterTableStorage storage
                ? Optional.of(SchemaObjects.table(storage.name()))
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> column(ColumnOperation operation) {
        if (operation instanceof AddColumn addition) {
            return Optional.of(
                    SchemaObjects.column(addition.table(), addition.column().name()));
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of(SchemaObjects.column(drop.table(), drop.name()));
        }
        return operation instanceof AlterColumn alteration
                ? Optional.of(SchemaObjects.column(alteration.table(), alteration.column()))
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> index(IndexOperation operation) {
        CreateIndex creation = operation instanceof DropIndex drop ? drop.creation() : null;
        if (operation instanceof CreateIndex made) {
            creation = made;
        }
        return creation == null
                ? Optional.empty()
                : Optional.of(creation.index().object(creation.table()));
    }

    @Override
    public Optional<SchemaObject> constraint(ConstraintOperation operation) {
        String name = operation.accept(new ConstraintOperation.Visitor<@Nullable String>() {
            @Override
            public String addConstraint(ConstraintOperation.AddConstraint addition) {
                return addition.constraint().name();
            }

            @Override
            public String dropConstraint(ConstraintOperation.DropConstraint drop) {
                return drop.name();
            }

            @Override
            public String validateConstraint(ConstraintOperation.ValidateConstraint validation) {
                return validation.name();
            }

            @Override
            public String replaceConstraint(ConstraintOperation.ReplaceConstraint replacement) {
                Constraint to = replacement.to();
                return to.name();
            }
        });
        return Optional.of(SchemaObjects.constraint(operation.table(), name));
    }

    @Override
    public Optional<SchemaObject> type(TypeOperation operation) {
        if (operation instanceof CreateEnum creation) {
            return Optional.of(creation.type().object());
        }
        if (operation instanceof RebuildEnum rebuild) {
            return Optional.of(rebuild.to().object());
        }
        if (operation instanceof AddEnumValue addition) {
            return Optional.of(SchemaObject.of(ObjectKind.ENUM_TYPE, addition.type()));
        }
        if (operation instanceof DropEnum drop) {
            return Optional.of(SchemaObject.of(ObjectKind.ENUM_TYPE, drop.name()));
        }
        return otherType(operation);
    }

    private static Optional<SchemaObject> otherType(TypeOperation operation) {
        if (operation instanceof CreateDomain creation) {
            return Optional.of(creation.domain().object());
        }
        if (operation instanceof AlterDomain alteration) {
            return Optional.of(alteration.to().object());
        }
        if (operation instanceof CreateComposite creation) {
            return Optional.of(creation.type().object());
        }
        return operation instanceof AlterComposite alteration
                ? Optional.of(alteration.to().object())
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> sequence(SequenceOperation operation) {
        if (operation instanceof CreateSequence creation) {
            return Optional.of(creation.sequence().object());
        }
        return operation instanceof AlterSequence alteration
                ? Optional.of(SchemaObject.of(ObjectKind.SEQUENCE, alteration.name()))
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> view(ViewOperation operation) {
        if (operation instanceof CreateView creation) {
            return Optional.of(creation.view().object());
        }
        return operation instanceof ReplaceView replacement
                ? Optional.of(replacement.to().object())
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> function(FunctionOperation operation) {
        if (operation instanceof CreateFunction creation) {
            return Optional.of(creation.function().object());
        }
        return operation instanceof ReplaceFunction replacement
                ? Optional.of(replacement.to().object())
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> trigger(TriggerOperation operation) {
        return operation instanceof CreateTrigger creation
                ? Optional.of(creation.trigger().object())
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> scripted(ScriptedOperation operation) {
        return Optional.of(operation.object());
    }

    @Override
    public Optional<SchemaObject> extension(ExtensionOperation operation) {
        return operation instanceof CreateExtension creation
                ? Optional.of(creation.extension().object())
                : Optional.empty();
    }

    @Override
    public Optional<SchemaObject> namespace(NamespaceOperation operation) {
        return Optional.empty();
    }

    @Override
    public Optional<SchemaObject> data(DataOperation operation) {
        return Optional.empty();
    }

    @Override
    public Optional<SchemaObject> rename(Rename operation) {
        return Optional.empty();
    }

    @Override
    public Optional<SchemaObject> settings(SettingsOperation operation) {
        return Optional.empty();
    }

    @Override
    public Optional<SchemaObject> comment(SetComment operation) {
        return Optional.empty();
    }
}
