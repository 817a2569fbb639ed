#include "text/counts/keyness.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "text/counts/document_filter.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct KeynessWords {
    CountsInput input;
    std::string target, reference, measure = "log-odds", yates = "conditional";
    bool williams = false;
    std::optional<double> prior_size;
    double least_count = 1;
};

KeynessOptions keyness_options(const Session& session, const KeynessWords& words) {
    KeynessOptions options;
    if (words.measure == "chi2") options.measure = KeynessMeasure::chi_square;
    if (words.measure == "lr") options.measure = KeynessMeasure::g2;
    if (words.measure == "pmi") options.measure = KeynessMeasure::information;
    if (words.measure == "log-ratio") options.measure = KeynessMeasure::ratio;
    if (words.measure == "exact") options.measure = KeynessMeasure::exact;
    if (words.yates == "none") options.yates = YatesCorrection::none;
    if (words.yates == "always") options.yates = YatesCorrection::always;
    options.williams = words.williams;
    options.prior_size = words.prior_size;
    options.least_count = words.least_count;
    options.threads = session.threads;
    options.work = session.work;
    return options;
}

/// The documents that are in none of the target.
std::vector<std::size_t> all_other_documents(std::size_t documents, const std::vector<std::size_t>& target) {
    std::vector<std::size_t> others;
    for (std::size_t document = 0; document < documents; ++document) {
        if (!std::ranges::binary_search(target, document)) others.push_back(document);
    }
    return others;
}

std::vector<std::size_t> asked_documents(const DocumentFilter& filter, const Table& metadata, const char* option) {
    std::vector<std::size_t> documents = matching_documents(filter, metadata);
    if (documents.empty())
        throw InputError({metadata.origin.path, 0, 0,
                          std::string("no document meets ") + option + " '" + filter.text + "'",
                          "look at the values of its columns"});
    return documents;
}

void print_keyness(Session& session, const KeynessWords& words) {
    const DocumentFilter target_filter = parse_document_filter(words.target, "--target");
    std::optional<DocumentFilter> reference_filter;
    if (!words.reference.empty()) reference_filter = parse_document_filter(words.reference, "--reference");
    const DescribedFeatures read = read_described_features(session, words.input);
    const std::vector<std::size_t> target = asked_documents(target_filter, read.metadata, "--target");
    const std::vector<std::size_t> reference = reference_filter
                                                   ? asked_documents(*reference_filter, read.metadata, "--reference")
                                                   : all_other_documents(read.matrix.documents.size(), target);
    if (reference.empty())
        throw UsageError("--target is '" + words.target + "', which all documents meet; leave some for the reference");
    const KeynessOptions options = keyness_options(session, words);
    const Keyness found = keyness(read.matrix, target, reference, options);
    note(session, "target: " + std::to_string(target.size()) + " documents, " +
                      std::to_string(std::llround(found.target_total)) +
                      " counts; reference: " + std::to_string(reference.size()) + " documents, " +
                      std::to_string(std::llround(found.reference_total)) + " counts");
    if (found.features.empty()) warn(session, "no feature occurs as often as --min-count asks");
    print_table(session, keyness_table(read.matrix, found, options.measure));
}

}  // namespace

void add_text_keyness(CLI::App& noun, Session& session) {
    auto words = std::make_shared<KeynessWords>();
    words->input.text.keep_case = false;
    words->input.text.tokens.remove_punctuation = true;
    const std::string speeches = "examples/short-speeches/speeches.csv";
    CLI::App& app = add_command(
        noun, "keyness",
        "Which words are typical of some documents, compared with others?\n"
        "Log-odds with an informative prior (Monroe, Colaresi & Quinn 2008), chi-square, G2, Fisher's exact test and "
        "more, with the\ntrue tails of p, p for many words, and how evenly each word is spread over documents.",
        {{"tarazy text keyness " + speeches + " --target state=North",
          "the words of the North against those of all others"},
         {"tarazy text keyness " + speeches +
              " --target 'state=North & year>=2000' --reference 'state=South|Islands' --measure lr",
          "against some of the others, by G2"}},
        session, [&session, words] { print_keyness(session, *words); });
    add_counts_options(app, words->input);
    app.add_option("--target", words->target, "documents by their columns: 'iso3=KAZ & year>=2010', 'iso3=KAZ|UZB'")
        ->required();
    app.add_option("--reference", words->reference, "documents to compare with; all others when left out");
    app.add_option("--measure", words->measure,
                   "what words are ranked by: log-odds (its z), chi2, lr (G2), pmi, "
                   "log-ratio, exact")
        ->check(CLI::IsMember({"log-odds", "chi2", "lr", "pmi", "log-ratio", "exact"}))
        ->capture_default_str();
    app.add_option("--yates", words->yates, "correction of chi2: none, always, or conditional (some expected below 5)")
        ->check(CLI::IsMember({"none", "always", "conditional"}))
        ->capture_default_str();
    app.add_flag("--williams", words->williams, "Williams' correction of lr, where no cell is zero");
    app.add_option("--prior-size", words->prior_size,
                   "counts that the prior of log-odds is worth; the mean length of a document when left out");
    app.add_option("--min-count", words->least_count, "leave out words that are rarer in both groups together")
        ->capture_default_str();
}

}  // namespace tarazy
