#include "study/multiverse.hpp"
#include "analyses/all_methods.hpp"
#include "analyses/simulate/universe_points.hpp"
#include "base/abandoned.hpp"
#include "base/ranks.hpp"
#include "cli/study/commands.hpp"
#include "study/multiverse_moves.hpp"
#include "study/multiverse_record.hpp"
#include "study/multiverse_tables.hpp"
#include "study/run.hpp"
#include "study/study_file.hpp"
#include "table/list_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace tarazy {
namespace {

struct MultiverseCommand {
    std::string study, checkpoint;
    std::size_t points = 1024;
    bool derive = false;
};

/// --output as typed: of the processes of mpirun only the first is told it, but all leave their results in one folder.
std::string output_typed(const Session& session) {
    const std::vector<std::string>& words = session.arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if ((words[i] == "--output" || words[i] == "-o") && i + 1 < words.size()) return words[i + 1];
        if (words[i].starts_with("--output=")) return words[i].substr(std::string_view("--output=").size());
    }
    return session.output;
}

/// Files of somebody else are not mixed with ours.
void require_own_folder(const std::string& folder) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) return;
    // What a killed run left of its first files is nobody's; it would be taken for somebody else's.
    for (const char* name : {"universes.csv", "verdicts.csv", "moves.csv", "curves.csv", "provenance.json"})
        sweep_partial_files(std::filesystem::path(folder) / name);
    if (std::filesystem::is_empty(folder, ignored)) return;
    for (const char* ours : {"universes.csv", ".cache"})
        if (std::filesystem::exists(std::filesystem::path(folder) / ours, ignored)) return;
    throw UsageError("the folder '" + folder + "' holds files and no multiverse; name another with --output");
}

/// One row a proposition: what its verdict is as it stands, in how many universes it is that, and what moves it most.
Table multiverse_summary(const StudyFile& study, const Multiverse& multiverse) {
    TableRows rows(TextColumn{"proposition"}, TextColumn{"as_it_stands"}, IntegerColumn{"holds"},
                   IntegerColumn{"universes"}, RealColumn{"share"}, TextColumn{"moved_most_by"},
                   RealColumn{"total_order"});
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        const PropositionUniverses& of = multiverse.propositions[p];
        const VerdictShares shares = verdict_shares(multiverse, p);
        const std::size_t holds = shares.of(of.as_it_stands().verdict);
        const std::vector<VerdictMove> moves = verdict_moves(multiverse.touch, of);
        double most = 0;
        for (const VerdictMove& move : moves) most = std::max(most, move.total_order.value_or(0));
        std::vector<std::string> movers;  // equal ones all
        for (const VerdictMove& move : moves)
            if (most > 0 && move.total_order.value_or(0) > most - 1e-9)
                movers.push_back(study.choices[move.choice].id.text);
        rows.add(study.propositions[p].id.text, to_string(of.as_it_stands().verdict), holds, shares.universes,
                 static_cast<double>(holds) / static_cast<double>(shares.universes), list_cell(movers),
                 most > 0 ? std::optional(most) : std::nullopt);
    }
    return rows.table();
}

/// The command that makes the same tables, whoever types it.
std::string command_of(const StudyFile& study, const MultiverseCommand& command, std::uint64_t seed) {
    std::string text = run_command(study);
    text.replace(text.find(" run "), 5, " multiverse ");
    text += " --derive";
    if (command.points != MultiverseCommand().points) text += " --points " + std::to_string(command.points);
    return seed == 1 ? text : text + " --seed " + std::to_string(seed);
}

void multiverse(const MultiverseCommand& command, Session& session) {
    const StudyFile study = read_study_file(command.study, all_methods());
    warn_of_study_file(session, command.study, study.warnings.size());
    std::string folder = output_typed(session);
    if (folder.empty())
        folder = (std::filesystem::path(study.folder) / "output-multiverse").lexically_normal().string();
    require_own_folder(folder);
    MultiverseOptions options;
    options.most_universes = command.points;
    options.points = universe_points();
    options.seed = session.seed;
    options.threads = session.threads;
    options.cache_folder = command.checkpoint.empty() ? folder + "/.cache" : command.checkpoint;
    options.work = session.work;
    const Multiverse found = run_multiverse(study, all_methods(), options);
    if (ranks_in_step().rank != 0) return;  // the first process writes
    const std::vector<MultiverseFile> files = multiverse_files(
        study, all_methods(), found, {command_of(study, command, session.seed), session.seed, command.points});
    std::vector<std::string> written = write_multiverse(folder, files);
    if (command.derive) {
        const std::string kept = (std::filesystem::path(study.folder) / multiverse_folder).string();
        for (std::string& file : write_multiverse(kept, files)) written.push_back(std::move(file));
    }
    for (const std::string& sentence : multiverse_notes(study, found)) note(session, sentence);
    note(session, std::to_string(found.possible) + " universes; " + std::to_string(found.analyses_computed) +
                      " analyses were computed for them, each once");
    for (const std::string& file : written) tell(session, "wrote " + file);
    session.output.clear();  // it named the folder; the summary goes to standard output
    print_table(session, multiverse_summary(study, found));
}

}  // namespace

void add_study_multiverse(CLI::App& noun, Session& session) {
    auto command = std::make_shared<MultiverseCommand>();
    CLI::App& app = add_command(
        noun, "multiverse",
        "Judge the propositions of a study in all its universes: the combinations of the alternatives that its "
        "choices\n"
        "declare. An analysis is computed once for all universes that agree in what touches it. Writes universes,\n"
        "verdicts, moves and curves as CSV to --output (a folder; STUDY/output-multiverse by default) and prints in "
        "how\n"
        "many universes each verdict holds and which choice moves it most. Started by mpirun it uses all its "
        "processes.",
        {{"tarazy study multiverse studies/kazakhstan", "in how many universes does each verdict hold?"},
         {"TARAZY_DATA=~/data tarazy study multiverse studies/kazakhstan --derive",
          "also write the tables that the study's report shows"}},
        session, [command, &session] { multiverse(*command, session); });
    app.get_option("--output")->description("folder to write to (STUDY/output-multiverse by default)");
    app.add_option("study", command->study, "folder with study.toml, or the file itself")->required();
    app.add_option("--points", command->points,
                   "most universes to list, and most combinations to judge of the choices that touch one proposition; "
                   "of more a sample is drawn (scrambled Sobol)")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 20))
        ->capture_default_str();
    app.add_flag("--derive", command->derive, "write the tables to STUDY/data/multiverse as well");
    app.add_option(
        "--checkpoint", command->checkpoint,
        "folder for the analyses that are done: after a kill the same command goes on from there (by default "
        ".cache in the output folder)");
}

}  // namespace tarazy
