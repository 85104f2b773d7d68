package io.swiftcart.stack.parts.postgres;

import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account the server runs under: the user's own, or {@code nobody} if that is root, whom
 * PostgreSQL refuses.
 */
final class Account {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final String NOBODY = "nobody";

    private Account() {}

    /** The command, to be run under the account, with these directories within its reach. */
    static List<String> running(List<String> command, Path... directories) {
        if (!root()) {
            return command;
        }
        if (!Files.isExecutable(SETPRIV)) {
            throw new StackFailure(
                    "PostgreSQL refuses to run as root and there is no setpriv to change the account: install"
                            + " util-linux or start SwiftCart as an ordinary user.");
        }
        List<String> dropped = new ArrayList<>();
        dropped.addAll(
                List.of(
                        SETPRIV.toString(),
                        "--reuid=" + NOBODY,
                        "--regid=" + group(),
                        "--clear-groups"));
        if (!Stream.of(directories).allMatch(Account::reachable)) {
            // A directory above is closed to others (/root, say): of root's powers, keep the one to
            // walk through it.
            dropped.addAll(List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        }
        dropped.addAll(command);
        return dropped;
    }

    /** Makes the account the owner of the directory and of all below it. */
    static void own(Path directory) throws IOException {
        if (!root()) {
            return;
        }
        UserPrincipalLookupService accounts =
                directory.getFileSystem().getUserPrincipalLookupService();
        UserPrincipal user = accounts.lookupPrincipalByName(NOBODY);
        GroupPrincipal group = accounts.lookupPrincipalByGroupName(group());
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.toList();
        }
        for (Path path : all) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setOwner(user);
            view.setGroup(group);
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static String group() {
        try {
            Path.of("/")
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByGroupName("nogroup");
            return "nogroup";
        } catch (IOException _) {
            return NOBODY;
        }
    }

    private static boolean reachable(Path directory) {
        for (Path path = directory.toAbsolutePath().getParent();
                path != null;
                path = path.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(path)
                        .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
