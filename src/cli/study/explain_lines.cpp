#include "cli/study/explain_lines.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/list_cells.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace tarazy {
namespace {

/// Collects the lines of one explanation.
class LinesOfClaim {
public:
    LinesOfClaim(const LedgerContent& content, const Claim& claim, const ExplainWords& words)
        : content_(content), claim_(claim), words_(words) {}

    void add_number();
    void add_inputs();
    void add_rows(const std::vector<ExplainedRows>& inputs, std::size_t most);
    void add_run();
    std::vector<ExplainLine> take() { return std::move(lines_); }

private:
    void add(std::string_view label, std::string text) {
        if (!text.empty()) lines_.push_back({words_.say("label." + std::string(label)), std::move(text)});
    }
    [[nodiscard]] std::string none_since(const std::string& why) const {
        return why.empty() ? words_.say("none") : words_.say("none_since", {{"why", why}});
    }
    [[nodiscard]] std::string interval_text() const;
    [[nodiscard]] std::string counts_text(const ExplainedRows& input) const;
    [[nodiscard]] std::string place_text(const ExplainedRows& input, std::size_t row) const;
    void add_files(const std::string& key);
    void add_rows_of(const ExplainedRows& input, std::size_t most);

    const LedgerContent& content_;
    const Claim& claim_;
    const ExplainWords& words_;
    std::vector<ExplainLine> lines_;
};

std::string LinesOfClaim::interval_text() const {
    if (!claim_.interval) return none_since(claim_.no_interval);
    const Interval& interval = *claim_.interval;
    return words_.say("interval", {{"lower", number_text(interval.lower)},
                                   {"upper", number_text(interval.upper)},
                                   {"level", number_text(interval.level * 100)},
                                   {"kind", interval.kind}});
}

std::string quantiles_text(const Claim& claim) {
    return joined(claim.quantiles, ", ", [](const Quantile& quantile) {
        return number_text(quantile.probability) + ": " + number_text(quantile.value);
    });
}

void LinesOfClaim::add_number() {
    add("claim", claim_.id);
    if (claim_.statement.empty() || claim_.value)
        add("value", claim_.value ? number_text(*claim_.value) : words_.say("unknown"));
    add("statement", claim_.statement);
    if (claim_.value) add("interval", interval_text());
    add("quantiles", quantiles_text(claim_));
    add("unit", claim_.unit);
    add("measures", words_.measures(claim_));
    add("subject", claim_.subject);
    add("formula", claim_.formula);
    add("formula_source", claim_.formula_source);
    add("method", claim_.method);
    add("analysis", claim_.analysis);
    add("parameters", claim_.parameters);
}

void LinesOfClaim::add_files(const std::string& key) {
    for (const InputRecord& input : content_.inputs) {
        if (input.key != key) continue;
        add("file", input.rows == 0 ? input.path
                                    : words_.say("file_rows", {{"path", input.path},
                                                               {"shown", std::to_string(input.rows)},
                                                               {"rows", static_cast<std::int64_t>(input.rows)}}));
        if (input.fallback) add("stands_in", words_.say("stands_in", {{"path", input.raw_path}}));
        add("sha256", input.sha256);
        for (const std::string& note : input.notes) add("assumed", note);
    }
}

void LinesOfClaim::add_inputs() {
    std::vector<std::string> sources;
    for (const InputUse& use : claim_.inputs) {
        add("input", use.key + (use.rows.empty() ? "" : ": " + use.rows));
        add_files(use.key);
        for (const InputRecord& input : content_.inputs)
            if (input.key == use.key && std::ranges::find(sources, input.source) == sources.end())
                sources.push_back(input.source);
    }
    for (const SourceRecord& source : content_.sources) {
        const bool named = std::ranges::any_of(
            sources, [&](const std::string& keys) { return std::ranges::count(list_items(keys), source.key) > 0; });
        if (!named) continue;
        std::string text = source.author;
        if (!source.year.empty()) text += (text.empty() ? "(" : " (") + source.year + ')';
        text += (text.empty() ? "" : ": ") + source.title;
        if (!source.publisher.empty()) text += ". " + source.publisher;
        if (!source.url.empty()) text += ". " + source.url;
        add("source", text);
    }
}

/// "KAZ 1440, RUS 1440 and 12 more": bounded, since a line is to be read.
std::string LinesOfClaim::counts_text(const ExplainedRows& input) const {
    constexpr std::size_t most = 30;
    const std::size_t shown = std::min(most, input.counts.size());
    std::string text = joined(std::span(input.counts).first(shown), ", ",
                              [](const auto& count) { return count.first + ' ' + std::to_string(count.second); });
    if (shown == input.counts.size()) return text;
    return words_.say("more_counts", {{"counts", text}, {"n", std::to_string(input.counts.size() - shown)}});
}

/// A row is named by its line; where an input has several files also by the file.
std::string LinesOfClaim::place_text(const ExplainedRows& input, std::size_t row) const {
    const PlaceInFile place = place_in_file(input.files, row);
    const std::string line = std::to_string(place.line);
    return input.files.size() > 1 ? place.path + ':' + line : words_.say("line", {{"line", line}});
}

void LinesOfClaim::add_rows_of(const ExplainedRows& input, std::size_t most) {
    if (!input.why_none.empty()) {
        add("rows", input.key.empty() ? none_since(input.why_none) : input.key + ": " + input.why_none);
        return;
    }
    add("rows", words_.say("rows", {{"key", input.key},
                                    {"used", std::to_string(input.rows.size())},
                                    {"all", std::to_string(input.table.rows())},
                                    {"files", input.names_of_files()}}) +
                    (input.changed ? words_.say("changed") : "") + (input.note.empty() ? "" : ": " + input.note));
    if (input.counts.size() > 1) add("rows_by", input.counted_by + ": " + counts_text(input));
    const std::size_t shown = std::min(most, input.rows.size());
    for (const std::size_t row : std::span(input.rows).first(shown))
        add("row", place_text(input, row) + ": " + input.cells(row));
    if (const std::size_t more = input.rows.size() - shown; more > 0)
        add("row", words_.say("more_rows", {{"n", std::to_string(more)}, {"all", std::to_string(input.rows.size())}}));
}

void LinesOfClaim::add_rows(const std::vector<ExplainedRows>& inputs, std::size_t most) {
    for (const ExplainedRows& input : inputs) add_rows_of(input, most);
}

void LinesOfClaim::add_run() {
    add("recompute", claim_.reproduce);
    add("run", words_.say("run", {{"command", content_.run.command},
                                  {"seed", std::to_string(content_.run.seed)},
                                  {"version", content_.run.version}}));
}

/// Letters of a label; none of ours is made of several marks or takes two places.
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::vector<ExplainLine> explain_lines(const LedgerContent& content, const Claim& claim,
                                       const std::vector<ExplainedRows>& rows, std::size_t most_rows,
                                       const ExplainWords& words) {
    LinesOfClaim lines(content, claim, words);
    lines.add_number();
    lines.add_inputs();
    lines.add_rows(rows, most_rows);
    lines.add_run();
    return lines.take();
}

std::string explain_text(const std::vector<ExplainLine>& lines) {
    std::size_t width = 14;
    for (const ExplainLine& line : lines) width = std::max(width, letters(line.field) + 1);
    std::string text;
    for (const ExplainLine& line : lines)
        text += line.field + std::string(width - letters(line.field), ' ') + line.text + '\n';
    return text;
}

}  // namespace tarazy
