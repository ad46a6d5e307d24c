package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders a report as text. */
final class VerifyReportText {

    private static final int PROOF_WIDTH = Proof.IRREVERSIBLE.word().length();
    private static final String DETAIL = "      ";
    /** Defines the first word of the line for the chain. */
    private static final String ALL = "all";

    private VerifyReportText() {}

    static String of(VerifyReport report) {
        int width = report.revisions().stream()
                .mapToInt(one -> one.script().id().value().length())
                .reduce(ALL.length(), Math::max);
        List<String> lines = new ArrayList<>(List.of(title(report)));
        report.revisions().forEach(one -> addTo(lines, one, width));
        report.chain().ifPresent(chain -> addTo(lines, chain, width));
        return String.join("\n", lines);
    }

    static String of(RevisionProof proof) {
        List<String> lines = new ArrayList<>();
        addTo(lines, proof, 0);
        return String.join("\n", lines);
    }

    private static String title(VerifyReport report) {
        int count = report.revisions().size();
        List<String> counts = new ArrayList<>();
        for (Proof proof : Proof.values()) {
            counts.add(report.count(proof) + " " + proof.word());
        }
        return count + (count == 1 ? " revision: " : " revisions: ") + String.join(", ", counts) + ", in "
                + seconds(report.duration());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static void addTo(List<String> lines, RevisionProof one, int width) {
        lines.add("  " + padded(one.script().id().value(), width)
                + outcome(one.proof(), one.duration(), one.script().subject() + effect(one.effect())));
        one.findings().forEach(finding -> lines.add(DETAIL + indented(finding)));
    }

    private static String effect(RevisionEffect effect) {
        return effect.words().isEmpty() ? "" : " (" + effect.words() + ")";
    }

    private static void addTo(List<String> lines, ChainProof chain, int width) {
        lines.add("  " + padded(ALL, width)
                + outcome(chain.proof(), chain.duration(), chain.way().toString()));
        chain.findings().forEach(finding -> lines.add(DETAIL + indented(finding)));
    }

    private static String outcome(Proof proof, Duration duration, String what) {
        String word = padded(proof.word(), PROOF_WIDTH);
        return String.format(Locale.ROOT, "  %s  %6d ms  %s", word, duration.toMillis(), what)
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String indented(VerifyFinding finding) {
        return finding.toString().replace("\n", "\n" + DETAIL + "  ");
    }
}
