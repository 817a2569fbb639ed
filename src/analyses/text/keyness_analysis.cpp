#include "analyses/text/keyness_analysis.hpp"

#include "analyses/text/document_choice.hpp"
#include "analyses/text/text_claim.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "text/contrasts/group_keyness.hpp"

#include <algorithm>

namespace tarazy {
namespace {

GroupKeynessOptions group_keyness_options(const AnalysisPlan& plan) {
    const auto whole = [&](const char* name) {
        return static_cast<std::size_t>(plan.parameters.get<std::int64_t>(name));
    };
    GroupKeynessOptions options;
    options.windows = text_window_years(plan);
    options.groups = focus_and_comparison(plan);
    if (plan.parameters.get<std::string>("reference") == "pooled") options.reference = KeynessReference::pooled;
    options.most_words = whole("most_words");
    options.asked = listed(plan.parameters.get<std::string>("asked"), ',');
    options.least_count = static_cast<double>(whole("least_count"));
    options.least_documents = whole("least_documents");
    if (plan.parameters.has("prior_size")) options.prior_size = plan.parameters.get<double>("prior_size");
    options.replicates = whole("draws");
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

std::vector<ResultTable> compute_keyness(const AnalysisPlan& plan, const RoleTables& data) {
    const GroupKeynessOptions options = group_keyness_options(plan);
    const GroupChoice choice = document_choice(plan, options.groups);
    GroupWordOptions counting;
    counting.language = plan.parameters.get<std::string>("language");
    counting.stop_words = plan.parameters.get<std::string>("stop_words") == "leave out";
    counting.leave_out = listed(plan.parameters.get<std::string>("leave_out"), ',');
    counting.lemmas = plan.parameters.get<std::string>("lemmas") == "yes";
    counting.threads = plan.frame.threads;
    counting.work = plan.frame.work;
    std::vector<std::string> notes;
    GroupKeyness found = group_keyness(group_words(*data.at("documents"), choice, counting, notes), options);
    notes.insert(notes.end(), found.notes.begin(), found.notes.end());
    std::vector<ResultTable> result;
    result.push_back({"", std::move(found.words)});
    result.push_back({"windows", std::move(found.windows)});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

constexpr TextQuantity word_quantities[] = {
    {"z", "z", "standard errors", "log-odds with an informative Dirichlet prior / its standard error",
     "Monroe, Colaresi & Quinn 2008, eq. 16-22; documents drawn with replacement: Efron 1979", ""},
    {"log_ratio", "log_ratio", "doublings", "log2 of the ratio of relative frequencies",
     "Hardie 2014; documents drawn with replacement: Efron 1979", ""},
    {"rank", "rank", "rank", "1 + number of words more typical of the same side",
     "this program; documents drawn with replacement: Efron 1979", ""},
};
constexpr TextQuantity window_quantities[] = {
    {"documents", "documents_target", "documents", "documents of the state", "counting", "it is counted"},
    {"words", "words_target", "words", "words of the state's documents, those left out not counted", "counting",
     "it is counted"},
    {"documents_compared", "documents_reference", "documents", "documents of the comparison states", "counting",
     "it is counted"},
    {"words_compared", "compared", "words", "different words that are frequent enough to be compared", "counting",
     "it is counted"},
};

void add_word_claims(const AnalysisPlan& plan, const Table& words, std::size_t row, std::vector<Claim>& claims) {
    const std::string word = text_in(words, "word", row), window = text_in(words, "window", row);
    const auto shown = [&](const char* column) { return words[column].display(row); };
    const std::string rows = "'" + word + "', " + window + ": " + shown("n_target") + " times in " +
                             shown("documents_target") + " documents of " + plan.frame.focus + ", " +
                             shown("n_reference") + " times in " + shown("documents_reference") + " documents of " +
                             shown("groups_reference") + " comparison states";
    for (const TextQuantity& quantity : word_quantities) {
        Claim claim = text_claim(plan, "text keyness", quantity, word, window, number_in(words, quantity.column, row));
        claim.inputs = uses(plan, rows);
        const std::string q = std::string(quantity.column) + "_q";
        claim.interval = interval_in(words, row, q + "05", q + "95", 0.9, "documents drawn with replacement");
        claim.quantiles = quantiles_in(
            words, row, {{0.05, q + "05"}, {0.1, q + "10"}, {0.5, q + "50"}, {0.9, q + "90"}, {0.95, q + "95"}});
        if (!claim.interval) claim.no_interval = "there is one document";
        claims.push_back(std::move(claim));
    }
}

std::vector<Claim> keyness_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table *words = find_table(tables, ""), *windows = find_table(tables, "windows");
    for (std::size_t row = 0; windows != nullptr && row < windows->rows(); ++row) {
        const std::string window = text_in(*windows, "window", row);
        for (const TextQuantity& quantity : window_quantities) {
            Claim claim =
                text_claim(plan, "text keyness", quantity, "", window, number_in(*windows, quantity.column, row));
            claim.inputs = uses(plan, "documents of " + window);
            claims.push_back(std::move(claim));
        }
    }
    for (std::size_t row = 0; words != nullptr && row < words->rows(); ++row)
        add_word_claims(plan, *words, row, claims);
    return claims;
}

std::vector<QuantityForm> keyness_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    for (const Span& window : text_windows(plan)) {
        const std::string years = to_string(window);
        for (const TextQuantity& quantity : word_quantities)
            forms.push_back({std::string(quantity.name) + ".<word>." + years, true, years});
        for (const TextQuantity& quantity : window_quantities)
            forms.push_back({std::string(quantity.name) + '.' + years, false, years});
    }
    return forms;
}

}  // namespace

Method keyness_method() {
    Method method;
    method.id = "text.keyness";
    method.reads_poles = false;
    method.reads = {{{"documents"}}};
    method.parameters = {
        windows_rule("periods to compare words of (default: the study's years)"),
        {"reference",
         ParameterKind::text,
         "balanced",
         0,
         0,
         {"balanced", "pooled"},
         "whether every comparison state has the same weight, or every word"},
        {"most_words", ParameterKind::integer, "100", 1, 1000, {}, "words told on either side"},
        {"asked", ParameterKind::text, "", 0, 0, {}, "words told whatever their rank: peace, steppe"},
        {"least_count", ParameterKind::integer, "5", 1, 1000000, {}, "a word that is rarer is not compared"},
        {"least_documents", ParameterKind::integer, "3", 1, 1000000, {}, "one of fewer documents is not compared"},
        {"stop_words",
         ParameterKind::text,
         "leave out",
         0,
         0,
         {"leave out", "keep"},
         "articles, pronouns, prepositions and the like of the language"},
        {"leave_out", ParameterKind::text, "", 0, 0, {}, "further words or globs to leave out: kazakh*, president"},
        {"lemmas", ParameterKind::text, "no", 0, 0, {"no", "yes"}, "compare lemmas, by this machine's dictionaries"},
        {"prior_size",
         ParameterKind::real,
         std::nullopt,
         0.001,
         1e12,
         {},
         "words that the prior is worth (one document)"},
        draws_rule(),
        group_rule(),
        language_rule(false),
    };
    method.needs_focus = true;
    method.compute = compute_keyness;
    method.claims = keyness_claims;
    method.quantities = keyness_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "z" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "no word of " + plan.frame.focus + " and the comparison states is frequent enough to be compared";
    };
    return method;
}

}  // namespace tarazy
