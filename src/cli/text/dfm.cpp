#include "base/error.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/document_summary.hpp"
#include "cli/text/text_input.hpp"
#include "text/counts/feature_selection.hpp"

#include <memory>

namespace tarazy {
namespace {

struct DfmCommand {
    TextInput input;
    std::string group, weight = "count", show = "counts";
    FeatureTrim trim;
};

void count_features(Session& session, const DfmCommand& command) {
    if (command.show == "summary") return print_table(session, document_summary(session, command.input));
    TextFeatures read = read_text_features(session, command.input);
    DocumentFeatureMatrix matrix = std::move(read.matrix);
    if (!command.group.empty()) {
        if (!read.metadata) throw UsageError("--by needs documents; the input is a table of counts");
        matrix = grouped_documents(matrix, require_texts(*read.metadata, command.group));
    }
    matrix = trimmed_features(matrix, command.trim);
    if (matrix.cells() == 0)
        throw InputError({command.input.path, 0, 0, "no feature is left", "remove or trim less, or give longer texts"});
    if (command.weight == "tfidf") matrix = tf_idf(matrix);
    if (command.weight == "prop") matrix = proportional_counts(matrix);
    if (matrix.cells() == 0) warn(session, "every feature is in every document, so that tf-idf weighs none");
    print_table(session, document_feature_table(matrix));
}

}  // namespace

void add_text_dfm(CLI::App& noun, Session& session) {
    auto command = std::make_shared<DfmCommand>();
    command->input.keep_case = false;
    const std::string data = "src/text/testdata/four_languages.csv";
    CLI::App& app =
        add_command(noun, "dfm", "How often does each word occur in each document?",
                    {{"tarazy text dfm " + data + " --remove-punct", "words of short texts, in lower case"},
                     {"tarazy text dfm " + data + " --by language --weight tfidf", "what is typical of each language"},
                     {"tarazy text dfm " + data + " --show summary", "how long each text is"}},
                    session, [&session, command] { count_features(session, *command); });
    add_token_options(app, command->input);
    app.add_option("--show", command->show, "counts, or summary: characters, sentences, tokens, types a document")
        ->check(CLI::IsMember({"counts", "summary"}))
        ->capture_default_str();
    app.add_option("--by", command->group, "count the documents together that are the same in this column");
    app.add_option("--min-count", command->trim.least_count, "only features that occur so often in all")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--min-docs", command->trim.least_documents, "only features of at least so many documents (groups)");
    app.add_option("--max-docs", command->trim.most_documents, "only features of at most so many documents (groups)");
    app.add_option(
           "--weight", command->weight,
           "count, prop (share of the document) or tfidf (count x log10(documents / documents with the feature))")
        ->check(CLI::IsMember({"count", "prop", "tfidf"}))
        ->capture_default_str();
}

}  // namespace tarazy
