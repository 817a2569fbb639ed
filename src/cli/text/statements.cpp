#include "base/error.hpp"
#include "cli/text/commands.hpp"
#include "text/coding/discourse_networks.hpp"

#include <memory>

namespace tarazy {
namespace {

struct StatementsCommand {
    std::string file, show = "agreement";
    DiscourseStatementColumns columns;
    bool repeats = false, raw = false;
    int window = 1;
};

void run_statements(Session& session, const StatementsCommand& command) {
    const std::vector<DiscourseStatement> statements =
        read_statements(read_input(session, command.file), command.columns);
    const DiscourseOptions options{command.repeats, !command.raw};
    if (command.show == "dna") return print_text(session, dna_statements(statements));
    if (command.show == "two-mode") return print_table(session, actor_concept_table(statements, options));
    if (command.show == "polarisation")
        return print_table(session,
                           polarisation_table(statements, command.window, options, session.seed, session.work));
    const DiscourseTie tie = command.show == "conflict"   ? DiscourseTie::conflict
                             : command.show == "subtract" ? DiscourseTie::subtract
                                                          : DiscourseTie::agreement;
    const Table network = actor_network_table(statements, tie, options);
    if (network.rows() == 0) warn(session, "no two actors are tied: nobody speaks of the same concept so");
    print_table(session, network);
}

}  // namespace

void add_text_statements(CLI::App& noun, Session& session) {
    auto options = std::make_shared<StatementsCommand>();
    const std::string debate = "tarazy text statements src/text/testdata/statements.csv";
    CLI::App& app =
        add_command(noun, "statements",
                    "Who says what with whom? Statements (actor, concept, stance, time) to discourse networks that "
                    "`tarazy network`\n"
                    "reads; files of Discourse Network Analyzer 3 in and out.",
                    {{debate + " --show subtract", "agreements less conflicts of actors, with signs"},
                     {debate + " --show polarisation --window 2", "how far the debate falls in two camps, over time"}},
                    session, [&session, options] { run_statements(session, *options); });
    app.add_option("file", options->file, "statements: organization,concept,agreement,time and what else there is")
        ->required();
    app.add_option("--show", options->show, "agreement, conflict, subtract, two-mode, polarisation, dna (its file)")
        ->check(CLI::IsMember({"agreement", "conflict", "subtract", "two-mode", "polarisation", "dna"}))
        ->capture_default_str();
    app.add_option("--actor", options->columns.actor, "column of actors")->capture_default_str();
    app.add_option("--concept", options->columns.concept_name, "column of concepts")->capture_default_str();
    app.add_option("--stance", options->columns.stance, "column of stances: 1 or 0")->capture_default_str();
    app.add_option("--time", options->columns.time, "column of times: YYYY-MM-DD")->capture_default_str();
    app.add_flag("--repeats", options->repeats, "count every statement, not what an actor says of a concept once");
    app.add_flag("--raw", options->raw, "do not divide by the mean number of concepts of two actors");
    app.add_option("--window", options->window, "with polarisation: years of a window")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
}

}  // namespace tarazy
