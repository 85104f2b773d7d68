package io.swiftcart.platform.audit;

import java.util.List;

/**
 * What became of the chain of one service.
 *
 * @param entries how many are chained
 * @param head the hash of the last one in hexadecimal; zeros when there is none
 * @param violations one sentence each
 */
record AuditReport(
        String service, long entries, boolean holds, String head, List<String> violations) {}
