@NullMarked
package dev.athanor.severalapp;

import org.jspecify.annotations.NullMarked;
