package org.droveway.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TestTable {
    @Test
    void alignsColumnsToTheWidestCell() {
        assertThat(new Table("A", "B").row("long", "x").row("y", "z").render()).isEqualTo("A     B\nlong  x\ny     z");
    }

    @Test
    void showsEmptyCellsAsADash() {
        assertThat(new Table("A", "B").row("", "x").render()).isEqualTo("A  B\n-  x");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table("A", "B").row("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
