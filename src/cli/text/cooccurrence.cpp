#include "text/counts/cooccurrence.hpp"
#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "text/counts/disparity_backbone.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct CooccurrenceWords {
    TextInput input;
    std::string window = "5", show = "pairs", weight = "n";
    std::vector<std::string> features;
    std::uint32_t least_count = 1;
    double least_pairs = 1;
    std::optional<double> g2, npmi, backbone;
};

std::size_t asked_window(const std::string& window) {
    if (window == "sentence" || window == "document") return 0;
    const std::optional<std::int64_t> tokens = parse_integer(window);
    if (!tokens || *tokens < 1 || *tokens > 1000)
        refuse_argument("--window", window, "give a number of tokens from 1 to 1000, sentence or document");
    return static_cast<std::size_t>(*tokens);
}

std::vector<bool> asked_features(const Tokens& tokens, const std::vector<std::string>& features) {
    std::vector<bool> asked(tokens.types.size(), features.empty());
    for (const std::string& feature : features) {
        const auto found = std::ranges::find(tokens.types, feature);
        if (found == tokens.types.end())
            throw UsageError("--features has '" + feature +
                             "', which no document has; give words as `text dfm` shows them");
        asked[static_cast<std::size_t>(found - tokens.types.begin())] = true;
    }
    return asked;
}

/// Those that pass the cut-offs, and then those in the backbone of what is left.
std::vector<CooccurringPair> kept_pairs(const Tokens& tokens, const Cooccurrences& found,
                                        const CooccurrenceWords& words) {
    const std::vector<bool> asked = asked_features(tokens, words.features);
    std::vector<CooccurringPair> kept;
    for (const CooccurringPair& pair : found.pairs) {
        if (!asked[pair.a] || !asked[pair.b]) continue;
        if (words.g2 && !(pair.g2 >= *words.g2)) continue;
        if (words.npmi && !(pair.npmi >= *words.npmi)) continue;
        kept.push_back(pair);
    }
    if (!words.backbone) return kept;
    std::vector<WeightedTie> ties;
    for (const CooccurringPair& pair : kept) ties.push_back({pair.a, pair.b, pair.n});
    const std::vector<double> alpha = disparity(ties, tokens.types.size());
    std::vector<CooccurringPair> backbone;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        if (alpha[k] < *words.backbone) backbone.push_back(kept[k]);
    }
    return backbone;
}

/// What `network` reads: ties with weights above zero.
Table cooccurrence_edges(Session& session, const Table& pairs, const std::string& weight) {
    Table edges;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < pairs.rows(); ++row) {
        if (*pairs[weight].real(row) > 0) rows.push_back(row);
    }
    if (rows.size() < pairs.rows())
        note(session, std::to_string(pairs.rows() - rows.size()) + " pairs with a " + weight +
                          " that is not above 0 are no edges");
    const Table kept = take_rows(pairs, rows);
    edges.add("from", kept["a"]);
    edges.add("to", kept["b"]);
    edges.add("weight", kept[weight]);
    for (const char* column : {"n", "npmi", "G2"}) edges.add(column, kept[column]);
    return edges;
}

void print_cooccurrence(Session& session, const CooccurrenceWords& words) {
    CooccurrenceOptions options;
    options.window = asked_window(words.window);
    const Tokens tokens = read_tokens_input(session, words.input);
    options.left_out = marks_among(tokens.types);
    options.least_count = words.least_count;
    options.least_pairs = words.least_pairs;
    options.threads = session.threads;
    options.work = session.work;
    const std::vector<std::size_t> begins = words.window == "sentence" ? sentence_begins(tokens) : tokens.first;
    const Cooccurrences found = cooccurrences(tokens, begins, options);
    const std::vector<CooccurringPair> pairs = kept_pairs(tokens, found, words);
    note(session, std::to_string(std::llround(found.total)) +
                      (options.window > 0 ? " pairs of tokens" : " " + words.window + "s") + "; " +
                      std::to_string(pairs.size()) + " of " + std::to_string(found.pairs.size()) +
                      " pairs of words are kept");
    if (pairs.empty()) warn(session, "no pair of words is left; lower the cut-offs");
    const Table table = cooccurrence_table(tokens, pairs);
    print_table(session, words.show == "edges" ? cooccurrence_edges(session, table, words.weight) : table);
}

}  // namespace

void add_text_cooccurrence(CLI::App& noun, Session& session) {
    auto words = std::make_shared<CooccurrenceWords>();
    words->input.keep_case = false;
    const std::string speeches = "examples/short-speeches/speeches.csv";
    CLI::App& app = add_command(
        noun, "cooccurrence",
        "Which words stand near each other more often than their frequency explains?\n"
        "Pairs within a window of tokens, a sentence or a document, with NPMI and G2; as edges for the verbs of "
        "`network`.",
        {{"tarazy text cooccurrence " + speeches + " --window sentence --min-pairs 2", "words in the same sentence"},
         {"tarazy text cooccurrence " + speeches + " --g2 3.84 --show edges -o edges.csv",
          "a network of words at most five tokens apart"}},
        session, [&session, words] { print_cooccurrence(session, *words); });
    add_token_options(app, words->input);
    app.add_option("--window", words->window, "tokens to either side, sentence, or document")->capture_default_str();
    app.add_option("--features", words->features, "only pairs of these words; all count for what is expected")
        ->delimiter(',');
    app.add_option("--min-count", words->least_count, "words that are rarer form no pair")->capture_default_str();
    app.add_option("--min-pairs", words->least_pairs, "leave out pairs that are rarer")->capture_default_str();
    app.add_option("--g2", words->g2, "leave out pairs with a smaller G2 (3.84: p above .05)");
    app.add_option("--npmi", words->npmi, "leave out pairs with a smaller NPMI");
    app.add_option("--backbone", words->backbone,
                   "of what is left, pairs that matter to one end at this level (disparity filter)")
        ->check(CLI::Range(0.0, 1.0));
    app.add_option("--show", words->show, "pairs, or edges (from,to,weight)")
        ->check(CLI::IsMember({"pairs", "edges"}))
        ->capture_default_str();
    app.add_option("--weight", words->weight, "of an edge: n, npmi or G2")
        ->check(CLI::IsMember({"n", "npmi", "G2"}))
        ->capture_default_str();
}

}  // namespace tarazy
