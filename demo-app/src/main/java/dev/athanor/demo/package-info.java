/** The demo: one package a part of the domain, each with its entities, its service and its web API. */
package dev.athanor.demo;
