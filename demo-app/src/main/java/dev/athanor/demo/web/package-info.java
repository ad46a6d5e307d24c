/** How every part answers when something is wrong. */
package dev.athanor.demo.web;
