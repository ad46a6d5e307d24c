package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.Scripts;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedRevisionsTests {

    private static ScriptDirectory scripts(String upgradeOfB) {
        return ScriptDirectory.parse(
                Scripts.none()
                        .withTable("a1", "")
                        .with("b1", "a1", upgradeOfB, "SELECT 1;")
                        .files(),
                Placeholders.none());
    }

    private static final ScriptDirectory DIRECTORY = scripts("SELECT 2;");
    private static final RevisionScript A1 = DIRECTORY.scripts().get(0);
    private static final RevisionScript B1 = DIRECTORY.scripts().get(1);

    @Test
    void theTextIsSortedAndReadsBack() {
        VerifiedRevisions verified =
                VerifiedRevisions.NONE.with(B1, Proof.UNPROVEN).with(A1, Proof.PROVEN);

        assertThat(verified.text()).isEqualTo("""
                        # Written by `migration verify`, and kept with the revisions: which downgrades give back the schema.
                        # A line counts as long as the checksum is that of its revision. Void lines do no harm.
                        a1 proven %s
                        b1 unproven %s
                        """.formatted(A1.checksum(), B1.checksum()));
        assertThat(VerifiedRevisions.parse(List.of(verified.text()))).isEqualTo(verified);
    }

    @Test
    void aLineIsVoidOnceItsScriptHasChanged() {
        VerifiedRevisions verified =
                VerifiedRevisions.NONE.with(A1, Proof.PROVEN).with(B1, Proof.PROVEN);
        ScriptDirectory edited = scripts("SELECT 3;");

        assertThat(verified.proof(A1)).contains(Proof.PROVEN);
        assertThat(verified.proof(edited.scripts().get(1))).isEmpty();
        assertThat(verified.of(edited).verdicts()).containsOnlyKeys(A1.id());
    }

    @Test
    void linesThatAreNoneSayNothing() {
        String text = "<<<<<<< ours\na1 proven " + A1.checksum() + "\n=======\na1 maybe 1:00\n>>>>>>> theirs x y\n"
                + "not/an/id! proven 1:00\n\n# b1 proven 1:00\n";

        assertThat(VerifiedRevisions.parse(List.of(text)).verdicts()).containsOnlyKeys(A1.id());
    }

    @Test
    void laterFilesWin() {
        String earlier = VerifiedRevisions.NONE.with(A1, Proof.UNPROVEN).text();
        String later = VerifiedRevisions.NONE.with(A1, Proof.PROVEN).text();

        assertThat(VerifiedRevisions.parse(List.of(earlier, later)).proof(A1)).contains(Proof.PROVEN);
    }
}
