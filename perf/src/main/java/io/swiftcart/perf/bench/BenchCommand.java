package io.swiftcart.perf.bench;

import io.swiftcart.perf.bench.report.HtmlReport;
import io.swiftcart.perf.bench.report.Machine;
import io.swiftcart.perf.bench.report.Measurement;
import io.swiftcart.perf.bench.report.Results;
import io.swiftcart.perf.bench.report.Subject;
import io.swiftcart.perf.bench.report.Summary;
import io.swiftcart.perf.bench.scenarios.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./swiftcart bench}. Exit code 0: measured; 1: void, or it could not be done. */
@Command(
        name = "swiftcart bench",
        description = "Measures a fresh shop and tells how it stands to its bars.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
    private static final int MEASURED = 0;
    private static final int VOID = 1;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "B0 to B10, growth, or catalogue; all when none is named.")
    private final List<String> scenarios = new ArrayList<>();

    @Option(names = "--native", description = "Run the services as native images.")
    private boolean nativeImages;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the results go as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where the page for people goes (default: report.html in the folder).")
    private @Nullable Path report;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "An earlier --json to compare with.")
    private @Nullable Path against;

    @Option(
            names = "--beside",
            paramLabel = "DIR",
            description = "Another checkout, measured in turns with this one.")
    private @Nullable Path beside;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description =
                    "How often everything is measured, each time in a fresh shop (default: 1).")
    private int rounds;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
    private @Nullable Path data;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "One measurement at a constant rate (default: 60).")
    private int seconds;

    @Option(
            names = "--step-seconds",
            defaultValue = "15",
            description = "One step on the way to saturation (default: 15).")
    private int stepSeconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "90",
            description = "Of each fresh shop (default: 90).")
    private int warmUpSeconds;

    @Option(names = "--soak-minutes", defaultValue = "30", description = "B5 (default: 30).")
    private double soakMinutes;

    @Option(names = "--overload-minutes", defaultValue = "10", description = "B9 (default: 10).")
    private double overloadMinutes;

    @Option(
            names = "--first-rate",
            defaultValue = "50",
            description = "Where the search for saturation begins, orders a second (default: 50).")
    private double firstRate;

    @Option(names = "--users", defaultValue = "1000", description = "B3 (default: 1000).")
    private int users;

    @Option(names = "--buyers", defaultValue = "5000", description = "B6 (default: 5000).")
    private int buyers;

    @Option(
            names = "--products",
            defaultValue = "100000",
            description = "catalogue (default: 100000).")
    private int products;

    @Option(
            names = "--stored-orders",
            split = ",",
            defaultValue = "1000,100000,1000000",
            description =
                    "growth: how many are stored, one after the other"
                            + " (default: 1000,100000,1000000).")
    private List<Long> storedOrders = List.of();

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new BenchCommand())
                        .setExecutionExceptionHandler(BenchCommand::tell)
                        .execute(arguments));
    }

    @Override
    public Integer call() {
        List<Scenario> chosen = Scenarios.named(scenarios);
        Results before = against == null ? null : Results.read(against);
        Machine machine = Machine.here();
        String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Path folder = folder(startedAt);
        Map<String, Path> checkouts = new LinkedHashMap<>();
        checkouts.put("this", home());
        if (beside != null) {
            checkouts.put("beside", beside.toAbsolutePath().normalize());
        }
        List<Subject> subjects =
                checkouts.entrySet().stream()
                        .map(each -> Subject.of(each.getKey(), each.getValue()))
                        .toList();
        String form = nativeImages ? "native" : "jvm";
        Path page = report == null ? folder.resolve("report.html") : report;
        Function<List<Measurement>, Results> made =
                measurements ->
                        new Results(
                                Results.FORMAT, startedAt, form, machine, subjects, measurements);
        Consumer<List<Measurement>> keep =
                measurements -> write(made.apply(measurements), before, folder, page);
        Results results =
                made.apply(
                        new Runs(plan(folder), chosen, checkouts, System.err, keep).rounds(rounds));
        System.out.println(Summary.of(results, before));
        System.err.println("The report: " + page.toAbsolutePath());
        return results.areVoid() ? VOID : MEASURED;
    }

    private void write(Results results, @Nullable Results before, Path folder, Path page) {
        results.write(json == null ? folder.resolve("results.json") : json);
        HtmlReport.write(results, before, page);
    }

    private Plan plan(Path folder) {
        return new Plan(
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(stepSeconds),
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds((long) (soakMinutes * 60)),
                Duration.ofSeconds((long) (overloadMinutes * 60)),
                firstRate,
                users,
                buyers,
                products,
                storedOrders,
                folder,
                nativeImages);
    }

    private Path folder(String startedAt) {
        Path base = data == null ? home().resolve(".swiftcart/bench") : data;
        return base.resolve(startedAt.replace(":", "")).toAbsolutePath();
    }

    /** The checkout that the script lies in. */
    private static Path home() {
        Path home = Path.of(System.getProperty("swiftcart.home", "")).toAbsolutePath().normalize();
        if (!Files.isExecutable(home.resolve("swiftcart"))) {
            throw new BenchFailure("Start the benchmark by ./swiftcart bench.");
        }
        return home;
    }

    private static int tell(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr()
                .println(
                        failure instanceof BenchFailure known
                                ? known.getMessage()
                                : "The benchmark failed unexpectedly: " + failure);
        return VOID;
    }
}
