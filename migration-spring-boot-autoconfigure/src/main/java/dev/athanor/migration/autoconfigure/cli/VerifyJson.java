package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.verify.ChainProof;
import dev.athanor.migration.verify.RevisionProof;
import dev.athanor.migration.verify.VerifyFinding;
import dev.athanor.migration.verify.VerifyReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a report of {@code verify} into JSON. */
final class VerifyJson {

    private VerifyJson() {}

    static Map<String, Object> of(VerifyReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("restores", report.restores());
        json.put("durationMillis", report.duration().toMillis());
        json.put("revisions", report.revisions().stream().map(VerifyJson::of).toList());
        report.chain().ifPresent(chain -> json.put("chain", of(chain)));
        return json;
    }

    private static Map<String, Object> of(RevisionProof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", proof.script().id().value());
        json.put("message", proof.script().message());
        json.put("outcome", proof.proof().word());
        json.put("nature", proof.effect().words());
        found(json, proof.findings(), proof.duration());
        return json;
    }

    private static Map<String, Object> of(ChainProof chain) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", chain.proof().word());
        json.put("steps", chain.steps());
        json.put("end", chain.end());
        json.put("down", chain.way().down());
        json.put("upAgain", chain.way().up());
        found(json, chain.findings(), chain.duration());
        return json;
    }

    private static void found(Map<String, Object> json, List<VerifyFinding> findings, Duration duration) {
        json.put("findings", Texts.of(findings));
        json.put("durationMillis", duration.toMillis());
    }
}
