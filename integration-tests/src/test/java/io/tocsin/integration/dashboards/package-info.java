/** Whether the dashboards and alert rules in {@code docker/} are valid and ask for what Tocsin really exports. */
@NullMarked
package io.tocsin.integration.dashboards;

import org.jspecify.annotations.NullMarked;
