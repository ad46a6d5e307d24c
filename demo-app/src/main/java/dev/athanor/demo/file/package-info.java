/** File trees, their versions, and the content-addressed chunks that versions consist of. */
package dev.athanor.demo.file;
