/** Tenants and their users. */
package dev.athanor.demo.tenant;
