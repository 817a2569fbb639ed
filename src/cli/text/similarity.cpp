#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "text/counts/document_similarity.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace tarazy {
namespace {

struct SimilarityWords {
    CountsInput input;
    std::string measure = "cosine";
};

struct SimilarityName {
    std::string_view name;
    SimilarityMeasure measure;
};

constexpr std::array<SimilarityName, 7> similarity_names = {{{"cosine", SimilarityMeasure::cosine},
                                                             {"correlation", SimilarityMeasure::correlation},
                                                             {"jaccard", SimilarityMeasure::jaccard},
                                                             {"ejaccard", SimilarityMeasure::weighted_jaccard},
                                                             {"dice", SimilarityMeasure::dice},
                                                             {"edice", SimilarityMeasure::weighted_dice},
                                                             {"overlap", SimilarityMeasure::overlap}}};

void print_similarity(Session& session, const SimilarityWords& words) {
    const DocumentFeatureMatrix matrix = read_described_features(session, words.input).matrix;
    if (matrix.documents.size() < 2)
        throw InputError({words.input.text.path, 0, 0, "one document makes no pair", "give two documents or more"});
    const auto* named = std::ranges::find(similarity_names, words.measure, &SimilarityName::name);
    const std::vector<double> found =
        document_similarity(matrix, {.measure = named->measure, .threads = session.threads, .work = session.work});
    print_table(session, similarity_pairs_table(matrix, found, words.measure));
}

}  // namespace

void add_text_similarity(CLI::App& noun, Session& session) {
    auto words = std::make_shared<SimilarityWords>();
    words->input.text.keep_case = false;
    words->input.text.tokens.remove_punctuation = true;
    const std::string speeches = "examples/short-speeches/speeches.csv";
    CLI::App& app =
        add_command(noun, "similarity", "How alike are the words of every two documents?",
                    {{"tarazy text similarity " + speeches, "cosine of the counts, a row a pair"},
                     {"tarazy text similarity " + speeches + " --measure jaccard", "share of words in both"}},
                    session, [&session, words] { print_similarity(session, *words); });
    add_counts_options(app, words->input);
    app.add_option("--measure", words->measure,
                   "cosine, correlation, jaccard, ejaccard (by counts), dice, edice (by counts), overlap")
        ->check(CLI::IsMember({"cosine", "correlation", "jaccard", "ejaccard", "dice", "edice", "overlap"}))
        ->capture_default_str();
}

}  // namespace tarazy
