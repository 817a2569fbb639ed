#include "text/coding/segment_agreement.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"
#include "text/coding/stretches.hpp"
#include "text/reliability/unitizing.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

using AgreementRows =
    TableRows<TextColumn, TextColumn, TextColumn, RealColumn, IntegerColumn, IntegerColumn, TextColumn>;

/// Documents one behind another, and where each begins.
struct CodedContinuum {
    std::vector<std::string> coders, codes;
    std::vector<std::vector<std::vector<Stretch>>> stretches;  ///< of each code, of each coder, united
    std::size_t length = 0;
    bool whole = false;  ///< are the lengths those of the documents?
};

CodedContinuum coded_continuum(const std::vector<Segment>& segments, const std::vector<DocumentLength>& documents,
                               std::vector<std::string> coders) {
    CodedContinuum text;
    text.coders = std::move(coders);
    text.codes = codes_of(segments);
    text.whole = !documents.empty();
    std::map<std::string, std::size_t> lengths;
    for (const DocumentLength& document : documents) lengths[document.doc] = document.length;
    if (!text.whole)
        for (const Segment& one : segments) lengths[one.doc] = std::max(lengths[one.doc], one.end);
    std::map<std::string, std::size_t> begin;
    for (const auto& [doc, length] : lengths) {
        begin[doc] = text.length;
        text.length += length;
    }
    text.stretches.assign(text.codes.size(), std::vector<std::vector<Stretch>>(text.coders.size()));
    for (const Segment& one : segments) {
        const auto coder = std::ranges::find(text.coders, one.coder);
        if (coder == text.coders.end()) continue;
        const auto code = std::ranges::lower_bound(text.codes, one.code) - text.codes.begin();
        const std::size_t from = begin.at(one.doc);
        text.stretches[static_cast<std::size_t>(code)][static_cast<std::size_t>(coder - text.coders.begin())].push_back(
            {from + one.start, from + one.end});
    }
    for (auto& of_code : text.stretches)
        for (auto& of_coder : of_code) of_coder = united_stretches(std::move(of_coder));
    return text;
}

/// The coders' stretches of the given codes as one continuum; nothing where a coder's stretches overlap.
std::optional<UnitizedText> unitized_text(const CodedContinuum& text, const std::vector<std::size_t>& codes) {
    UnitizedText unitized;
    unitized.length = text.length;
    for (const std::size_t code : codes) unitized.values.push_back(text.codes[code]);
    for (std::size_t coder = 0; coder < text.coders.size(); ++coder) {
        std::vector<MarkedStretch> marked;
        for (std::size_t value = 0; value < codes.size(); ++value)
            for (const auto& [start, end] : text.stretches[codes[value]][coder])
                marked.push_back({start, end, static_cast<std::uint32_t>(value)});
        std::ranges::sort(marked, {}, &MarkedStretch::start);
        for (std::size_t at = 1; at < marked.size(); ++at)
            if (marked[at].start < marked[at - 1].end) return std::nullopt;
        unitized.coders.push_back(std::move(marked));
    }
    return unitized;
}

/// Sums over pairs of coders.
struct PairedCharacters {
    double both = 0, either = 0, pairs = 0, kappas = 0, kappa_pairs = 0;
};

void add_pairs(const CodedContinuum& text, std::size_t code, PairedCharacters& sums) {
    const auto& coders = text.stretches[code];
    const auto length = static_cast<double>(text.length);
    for (std::size_t one = 0; one < coders.size(); ++one) {
        for (std::size_t other = one + 1; other < coders.size(); ++other) {
            const auto first = static_cast<double>(covered_characters(coders[one]));
            const auto second = static_cast<double>(covered_characters(coders[other]));
            const auto both = static_cast<double>(shared_characters(coders[one], coders[other]));
            sums.both += both;
            sums.either += first + second - both;
            sums.pairs += 1;
            const double observed = 1 - (first + second - 2 * both) / length;
            const double chance = (first * second + (length - first) * (length - second)) / (length * length);
            if (chance < 1) {
                sums.kappas += (observed - chance) / (1 - chance);
                sums.kappa_pairs += 1;
            }
        }
    }
}

class AgreementWriter {
public:
    AgreementWriter(AgreementRows& rows, const CodedContinuum& text) : rows_(rows), text_(text) {}

    void add(const char* statistic, const char* basis, const std::string& code, std::optional<double> value,
             std::optional<double> characters, const std::string& why) {
        const auto length = characters ? std::optional(static_cast<std::int64_t>(*characters + 0.5)) : std::nullopt;
        rows_.add(statistic, basis, code, value, text_.coders.size(), length, value ? std::string() : why);
    }
    void add_all_text(const char* statistic, const std::string& code, std::optional<double> value,
                      const std::string& why) {
        const auto length = static_cast<double>(text_.length);
        if (!text_.whole) {
            add(statistic, "all text", code, std::nullopt, std::nullopt,
                "the documents are not given: their length is not known");
        } else {
            add(statistic, "all text", code, value, length, why);
        }
    }
    void add_percent(const std::string& code, const PairedCharacters& sums, double codes) {
        std::optional<double> share;
        if (sums.either > 0) share = 100 * sums.both / sums.either;
        add("percent_agreement", "coded text", code, share, sums.pairs > 0 ? sums.either * codes / sums.pairs : 0.0,
            "nothing is coded so");
        const double all = static_cast<double>(text_.length) * sums.pairs;
        add_all_text("percent_agreement", code, 100 * (1 - (sums.either - sums.both) / all), "");
    }

private:
    AgreementRows& rows_;
    const CodedContinuum& text_;
};

const char* const nothing_varies = "nothing varies: not defined, and not 1";

void write_codes_together(const CodedContinuum& text, AgreementWriter& writer) {
    PairedCharacters sums;
    std::vector<std::size_t> codes;
    for (std::size_t code = 0; code < text.codes.size(); ++code) {
        add_pairs(text, code, sums);
        codes.push_back(code);
    }
    writer.add_percent("", sums, static_cast<double>(codes.size()));
    const auto unitized = unitized_text(text, codes);
    const std::string why = unitized ? nothing_varies : "a coder gave two codes to one place; see each code";
    const UnitizingAgreement alphas = unitized ? unitizing_agreement(*unitized) : UnitizingAgreement();
    writer.add("cu_alpha", "coded by two", "", alphas.cu_alpha,
               unitized ? std::optional(alphas.marked_by_two * static_cast<double>(text.length)) : std::nullopt, why);
    writer.add_all_text("u_alpha", "", alphas.u_alpha, why);
    writer.add_all_text("binary_alpha", "", alphas.binary_alpha, why);
    if (!unitized) return;
    for (const std::size_t code : codes)
        writer.add("ku_alpha", "coded by two", text.codes[code], alphas.value_alpha[code],
                   alphas.marked_by_two * static_cast<double>(text.length), nothing_varies);
}

std::vector<std::string> compared_coders(const std::vector<Segment>& segments, const std::vector<std::string>& asked,
                                         const std::string& path) {
    const std::vector<std::string> there = coders_of(segments);
    for (const std::string& coder : asked)
        if (!std::ranges::binary_search(there, coder))
            throw InputError({path, 0, 0, "there is no coder '" + coder + "'", "coders are those of the column coder"});
    const std::vector<std::string> coders = asked.empty() ? there : asked;
    if (coders.size() < 2)
        throw InputError({path, 0, 0,
                          coders.empty() ? "there is no segment"
                                         : "there is one coder only, '" + coders[0] + "': agreement needs two",
                          "let a second person code the same documents, and merge the two"});
    return coders;
}

}  // namespace

Table segment_agreement_table(const std::vector<Segment>& segments, const std::vector<DocumentLength>& documents,
                              const std::string& path, const SegmentAgreementOptions& options) {
    if (!documents.empty()) check_segments(segments, documents, path);
    const CodedContinuum text = coded_continuum(segments, documents, compared_coders(segments, options.coders, path));
    AgreementRows rows(TextColumn{"statistic"}, TextColumn{"basis"}, TextColumn{"code"}, RealColumn{"value"},
                       IntegerColumn{"n_coders"}, IntegerColumn{"characters"}, TextColumn{"note"});
    AgreementWriter writer(rows, text);
    write_codes_together(text, writer);
    WorkStep step(options.work, "agreement on codes", text.codes.size());
    for (std::size_t code = 0; code < text.codes.size(); ++code) {
        PairedCharacters sums;
        add_pairs(text, code, sums);
        writer.add_percent(text.codes[code], sums, 1);
        const UnitizingAgreement alphas = unitizing_agreement(*unitized_text(text, {code}));
        writer.add_all_text("u_alpha", text.codes[code], alphas.u_alpha, nothing_varies);
        if (options.kappa_over_all_text)
            writer.add_all_text("cohen_kappa", text.codes[code],
                                sums.kappa_pairs > 0 ? std::optional(sums.kappas / sums.kappa_pairs) : std::nullopt,
                                nothing_varies);
        step.advance();
    }
    return rows.table();
}

}  // namespace tarazy
