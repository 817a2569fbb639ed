#include "report/annotations.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "report/figure_origin.hpp"
#include "report/licence.hpp"
#include "report/measured.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct Annotation {
    std::string kind, analysis, claim;
    LocalText statement;
    std::string excerpt, language, note, source, link;
};

class AnnotationRows {
public:
    explicit AnnotationRows(const ReportContext& context) : context_(context) {}

    void add(const Annotation& one, const Source* source) {
        const bool quoted = !one.excerpt.empty();
        const bool forbidden = quoted && source != nullptr && sharing_of(source->licence) == Sharing::forbidden;
        const std::string note = one.note + (forbidden ? "; not quoted: its licence forbids it" : "");
        rows_.add(
            "a" + std::to_string(++count_), one.kind, one.analysis, one.claim, one.statement.en, one.statement.kk,
            one.statement.ru, quoted && !forbidden ? first_words(one.excerpt, most_quoted_words) : "",
            quoted && !forbidden ? one.language : "", note, one.source, source != nullptr ? full_citation(*source) : "",
            one.link.empty() && source != nullptr ? source->url : one.link, source != nullptr ? source->licence : "");
    }

    /// Once for each of the sources, or once without any.
    void add(const Annotation& one, const std::vector<const Source*>& sources) {
        if (sources.empty()) add(one, nullptr);
        for (const Source* source : sources) add(one, source);
    }

    /// The sources of data keys, in the order of the study.
    [[nodiscard]] std::vector<const Source*> sources_behind(const std::vector<std::string>& keys,
                                                            const std::string& role = {}) const {
        std::vector<const Source*> found;
        for (const Source& source : context_.result.sources) {
            const bool behind = std::ranges::any_of(context_.result.data, [&](const DataUse& use) {
                return std::ranges::find(keys, use.key) != keys.end() && (role.empty() || use.role == role) &&
                       std::ranges::find(use.sources, source.key) != use.sources.end();
            });
            if (behind) found.push_back(&source);
        }
        return found;
    }

    [[nodiscard]] Table table() { return rows_.table(); }

private:
    const ReportContext& context_;
    TableRows<TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn,
              TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn>
        rows_{TextColumn{"id"},           TextColumn{"kind"},      TextColumn{"analysis"},
              TextColumn{"claim"},        TextColumn{"statement"}, TextColumn{"statement_kk"},
              TextColumn{"statement_ru"}, TextColumn{"excerpt"},   TextColumn{"excerpt_language"},
              TextColumn{"note"},         TextColumn{"source"},    TextColumn{"citation"},
              TextColumn{"link"},         TextColumn{"licence"}};
    std::size_t count_ = 0;
};

std::string value_in_words(const Claim& claim) {
    std::string text = claim.value ? number_text(*claim.value) : claim.statement;
    if (claim.interval)
        text += " (" + number_text(claim.interval->lower) + " to " + number_text(claim.interval->upper) + ", " +
                number_text(100 * claim.interval->level) + " %, " + claim.interval->kind + ")";
    return text;
}

std::string rows_used(const Claim& claim) {
    return joined(claim.inputs, "; ", [](const InputUse& use) { return use.key + ": " + use.rows; });
}

void add_test(AnnotationRows& rows, const ReportContext& context, const JudgedProposition& proposition,
              const JudgedTest& test) {
    const Claim* claim = context.claim(test.claim);
    if (claim == nullptr) return;
    Annotation one;
    one.kind = "number";
    one.analysis = test.analysis;
    one.claim = claim->id;
    const std::string end = ": " + claim->subject + ": " + value_in_words(*claim);
    const auto words = measured(context.messages, claim->method, claim->parts);
    one.statement.en = (words ? words->en : claim->quantity) + end;
    if (words) {
        one.statement.kk = words->kk + end;
        one.statement.ru = words->ru + end;
    }
    const char* result = test.result == JudgedTest::Result::passed   ? "passed"
                         : test.result == JudgedTest::Result::failed ? "failed"
                                                                     : "undecided";
    one.note = proposition.id + " declares '" + test.criterion + "': " + result + "; " + claim->formula + " [" +
               claim->formula_source + "]; rows: " + rows_used(*claim);
    std::vector<std::string> keys;
    for (const InputUse& use : claim->inputs) keys.push_back(use.key);
    rows.add(one, rows.sources_behind(keys));
}

void add_passages(AnnotationRows& rows, const ReportContext& context, const AnalysisResult& analysis) {
    const Chapter* chapter = context.chapter_of(analysis);
    if (chapter == nullptr || chapter->passages == nullptr || !analysis.failure.empty()) return;
    const std::vector<std::string> keys = data_behind(context.result, analysis.id);
    for (const Passage& passage : chapter->passages(context, analysis)) {
        const std::vector<const Source*> sources = rows.sources_behind(keys, passage.role);
        rows.add({"passage", analysis.id, passage.claim, passage.statement, passage.excerpt, passage.language,
                  passage.note, passage.source, passage.link},
                 sources.empty() ? nullptr : sources.front());
    }
}

}  // namespace

std::string first_words(std::string_view text, std::size_t most) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r';
        if (!blank && !inside && ++words > most) return std::string(trimmed(text.substr(0, i))) + " ...";
        inside = !blank;
    }
    return std::string(trimmed(text));
}

Table annotation_table(const ReportContext& context) {
    AnnotationRows rows(context);
    for (const JudgedProposition& proposition : context.result.propositions) {
        Annotation verdict;
        verdict.kind = "verdict";
        verdict.claim = "proposition." + proposition.id + ".verdict";
        verdict.statement = proposition.text;
        verdict.note = std::string(to_string(proposition.verdict)) +
                       (proposition.would_change.en.empty() ? "" : "; would change it: " + proposition.would_change.en);
        rows.add(verdict, nullptr);
        for (const JudgedTest& test : proposition.tests) add_test(rows, context, proposition, test);
    }
    for (const AnalysisResult& analysis : context.result.analyses) add_passages(rows, context, analysis);
    return rows.table();
}

}  // namespace tarazy
