package dev.athanor.migration.template;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.Problems;
import java.util.List;

/** Reports what a script template must not contain. */
final class TemplateCheck {

    private final Problems problems;
    private boolean inHeader = true;

    private TemplateCheck(Problems problems) {
        this.problems = problems;
    }

    static void check(String location, List<TemplateLine> lines) {
        Problems problems = new Problems(location, Placeholders.none());
        TemplateCheck check = new TemplateCheck(problems);
        for (int i = 0; i < lines.size(); i++) {
            check.accept(lines.get(i), i + 1);
        }
        problems.throwIfAny();
    }

    private void accept(TemplateLine line, int number) {
        inHeader &= !line.isMarker();
        line.unknown().ifPresent(name -> refuseUnknown(name, number));
        if (line.tokens().contains(ScriptToken.MESSAGE) && !(inHeader && line.isComment())) {
            problems.add(
                    number,
                    "`${message}` stands outside the header.",
                    "Put it on a line that begins with `--`, above the first section: a message may hold any text.");
        }
        line.tokens().stream()
                .filter(ScriptToken::statements)
                .filter(token -> !line.text().strip().equals(token.written()))
                .forEach(token -> problems.add(
                        number,
                        "`" + token.written() + "` does not stand alone on its line.",
                        "Give it a line of its own: it stands for whole statements."));
    }

    private void refuseUnknown(String name, int number) {
        problems.add(
                number,
                "The template has an unknown token `${" + name + "}`.",
                "Write one of " + ScriptToken.known() + "; or `$${" + name + "}` for the text `${" + name + "}`.");
    }
}
