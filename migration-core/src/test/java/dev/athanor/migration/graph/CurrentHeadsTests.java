package dev.athanor.migration.graph;

import static dev.athanor.migration.graph.GraphNotation.heads;
import static dev.athanor.migration.graph.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurrentHeadsTests {

    @Test
    void areSortedAndWithoutRepetition() {
        CurrentHeads heads = heads("c a b a");

        assertThat(heads.ids()).isEqualTo(ids("a b c"));
        assertThat(heads).hasToString("a, b, c");
    }

    @Test
    void replaceTakesOutAndPutsIn() {
        CurrentHeads heads = heads("b d");

        assertThat(heads.replace(ids("d x"), ids("c a b"))).isEqualTo(heads("a b c"));
        assertThat(heads).isEqualTo(heads("b d"));
    }

    @Test
    void noneIsBase() {
        assertThat(CurrentHeads.NONE).hasToString("base");
        assertThat(CurrentHeads.NONE.isEmpty()).isTrue();
        assertThat(heads("a").contains(new RevisionId("a"))).isTrue();
        assertThat(heads("a").contains(new RevisionId("b"))).isFalse();
    }
}
