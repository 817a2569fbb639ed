#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"
#include "text/coding/code_points.hpp"
#include "text/coding/segment_agreement.hpp"
#include "text/reliability/agreement_table.hpp"

#include <memory>

namespace tarazy {
namespace {

struct ReliabilityCommand {
    std::string file, level = "nominal", unit = "unit", coders, codes, show = "coefficients", documents;
    std::size_t replicates = 2000;
    double confidence = 0.95;
};

MeasurementLevel level_named(const std::string& name) {
    for (const auto level : {MeasurementLevel::ordinal, MeasurementLevel::interval, MeasurementLevel::ratio})
        if (to_string(level) == name) return level;
    return MeasurementLevel::nominal;
}

/// Stretches of text that coders chose themselves: there are no units, and alpha is that for unitising.
bool holds_segments(const Table& table) {
    for (const char* column : {"doc", "start", "end", "coder", "code"}) {
        if (!table.find(column)) return false;
    }
    return true;
}

void show_segment_agreement(Session& session, const ReliabilityCommand& command, const Table& table) {
    std::vector<DocumentLength> lengths;
    if (!command.documents.empty()) {
        TextInput input;
        input.path = command.documents;
        const Corpus corpus = read_corpus_input(session, input);
        for (std::size_t doc = 0; doc < corpus.size(); ++doc)
            lengths.push_back({corpus.ids[doc], code_point_count(corpus.texts[doc])});
    }
    note(session, "the table holds segments: agreement is that of unitising, without intervals");
    print_table(session, segment_agreement_table(read_segments(table), lengths, command.file,
                                                 {listed(command.coders, ','), false, session.work}));
}

void run_reliability(Session& session, const ReliabilityCommand& command) {
    const MeasurementLevel level = level_named(command.level);
    const Table table = read_input(session, command.file);
    require_rows(table);
    if (holds_segments(table)) return show_segment_agreement(session, command, table);
    if (!command.documents.empty())
        throw UsageError("--documents is for segments (doc,start,end,coder,code); " + command.file + " has units");
    const CodedUnits coded =
        read_coded_units(table, {command.unit, listed(command.coders, ','), listed(command.codes, ','), level});
    if (command.show == "pairs") return print_table(session, pairwise_agreement_table(coded, level));
    std::vector<std::string> warnings;
    const Table result = agreement_table(
        coded, command.file,
        {level, command.replicates, command.confidence, session.seed, session.threads, session.work}, warnings);
    for (std::string& warning : warnings) warn(session, std::move(warning));
    print_table(session, result);
}

}  // namespace

void add_text_reliability(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ReliabilityCommand>();
    const std::string krippendorff = "tarazy text reliability src/text/testdata/krippendorff2011_units.csv";
    CLI::App& app = add_command(
        noun, "reliability",
        "Do coders agree beyond chance? Krippendorff's alpha, Cohen's, Fleiss' and Conger's kappa, Gwet's AC1, with\n"
        "intervals from resampled units and the chance that alpha lies below .667 and .8.",
        {{krippendorff + " --level ordinal", "the published example, codes as ranks"},
         {krippendorff + " --show pairs", "each pair of coders"},
         {"tarazy text reliability src/text/testdata/sample_segments.csv", "stretches of text: alpha for unitising"}},
        session, [&session, options] { run_reliability(session, *options); });
    app.add_option("file", options->file,
                   "a row a unit, a column a coder: unit,<coder>...; or segments: doc,start,end,coder,code")
        ->required();
    app.add_option("--level", options->level, "what the codes are")
        ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}))
        ->capture_default_str();
    app.add_option("--unit", options->unit, "column of units")->capture_default_str();
    app.add_option("--coders", options->coders, "columns of coders; all others by default");
    app.add_option("--codes", options->codes, "all codes that could be given, from lowest to highest");
    app.add_option("--show", options->show, "coefficients, or pairs (of coders)")
        ->check(CLI::IsMember({"coefficients", "pairs"}))
        ->capture_default_str();
    app.add_option("--documents", options->documents,
                   "of segments: the documents, doc_id,text or a folder of .txt files, for agreement on all text");
    app.add_option("--bootstrap", options->replicates, "resamples of units; 0 = no intervals")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--confidence", options->confidence, "level of the intervals")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
}

}  // namespace tarazy
