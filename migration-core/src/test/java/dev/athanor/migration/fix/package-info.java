@NullMarked
package dev.athanor.migration.fix;

import org.jspecify.annotations.NullMarked;
