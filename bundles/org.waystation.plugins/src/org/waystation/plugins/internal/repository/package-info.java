/** Where packages are offered: a static folder with an index, on a file share or a web server. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.repository;
