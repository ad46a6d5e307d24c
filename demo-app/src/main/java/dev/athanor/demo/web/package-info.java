/** How every part answers when something is wrong. */
@NullMarked
package dev.athanor.demo.web;

import org.jspecify.annotations.NullMarked;
