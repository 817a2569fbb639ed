#include "report/front_sentences.hpp"

#include "report/numbers.hpp"
#include "report/shares_rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace tarazy {
namespace {

/// Parts of a sentence, one a pole, in each language: joined by the language's own list separator.
struct PoleParts {
    std::vector<LocalText> texts;
    std::vector<std::string> claims;
};

LocalText joined(const ReportContext& context, const std::vector<LocalText>& parts) {
    LocalText list;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string key = i == 0 ? "list.first" : i + 1 == parts.size() ? "list.last" : "list.middle";
        list = context.messages.say(key, {{"before", list}, {"item", parts[i]}});
    }
    return list;
}

/// `<c0>` in the message of a part becomes `<c3>` when it is the fourth link of the sentence; the hyphen that ICU
/// writes before a negative number becomes a minus sign.
LocalText renumbered(LocalText part, std::size_t link) {
    for (std::string* each : {&part.en, &part.kk, &part.ru}) {
        if (const std::size_t hyphen = each->find("<c0>-"); hyphen != std::string::npos)
            each->replace(hyphen + 4, 1, "−");
        for (const std::string_view mark : {"<c0>", "</c0>"}) {
            const std::size_t at = each->find(mark);
            if (at != std::string::npos)
                each->replace(at, mark.size(), (mark[1] == '/' ? "</c" : "<c") + std::to_string(link) + ">");
        }
    }
    return part;
}

void add_part(PoleParts& parts, const std::string& claim, const LocalText& part) {
    parts.texts.push_back(renumbered(part, parts.claims.size()));
    parts.claims.push_back(claim);
}

/// The longest window for which the analysis has a trend of every pole.
std::string widest_window(const ReportContext& context, const AnalysisOutcome& analysis, const std::string& quantity) {
    std::string widest;
    int length = -1;
    for (const Claim& claim : analysis.claims) {
        if (!claim.id.starts_with(analysis.id + '.' + quantity + '.')) continue;
        const auto read = share_quantity(claim.id.substr(analysis.id.size() + 1));
        if (!read || read->quantity != quantity || read->window.size() != 9) continue;
        const int years = std::atoi(read->window.substr(5).c_str()) - std::atoi(read->window.substr(0, 4).c_str());
        const bool complete = std::ranges::all_of(context.outcome.poles, [&](const Pole& pole) {
            return context.claim(analysis.id + '.' + quantity + '.' + pole.id + '.' + read->window) != nullptr;
        });
        if (complete && years > length) {
            widest = read->window;
            length = years;
        }
    }
    return widest;
}

/// The claims of one quantity and window, one a pole, largest value first (ties: order of the study file).
std::vector<std::pair<const Pole*, const Claim*>> by_value(const ReportContext& context, const std::string& prefix,
                                                           const std::string& suffix) {
    std::vector<std::pair<const Pole*, const Claim*>> found;
    for (const Pole& pole : context.outcome.poles) {
        const Claim* claim = context.claim(prefix + pole.id + suffix);
        if (claim != nullptr && claim->value) found.emplace_back(&pole, claim);
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return *a.second->value > *b.second->value; });
    return found;
}

Html nearest_sentence(const ReportContext& context, const AnalysisOutcome& analysis) {
    const std::string window = widest_window(context, analysis, "years_nearest");
    if (window.empty()) return {};
    PoleParts parts;
    for (const auto& [pole, claim] : by_value(context, analysis.id + ".years_nearest.", "." + window)) {
        const auto years = static_cast<std::int64_t>(std::llround(*claim->value));
        add_part(parts, claim->id,
                 context.messages.say("sentence.nearest_item", {{"pole", context.name(pole->id)}, {"n", years}}));
    }
    if (parts.texts.empty()) return {};
    return local_with_claims(context.messages.say("sentence.nearest", {{"window", shown_window(window)},
                                                                       {"state", context.name(context.outcome.focus)},
                                                                       {"list", joined(context, parts.texts)}}),
                             parts.claims);
}

/// Of the latest year without a flag; where the study makes no yearly claims, of the mean over the latest window.
Html latest_sentence(const ReportContext& context, const AnalysisOutcome& analysis) {
    int latest = 0;
    for (const ShareYear& year : share_years(analysis)) {
        if (year.state == context.outcome.focus && year.flag.empty()) latest = std::max(latest, year.year);
    }
    PoleParts parts;
    const auto add = [&](const std::string& prefix, const std::string& window, const std::string& key) {
        for (const auto& [pole, claim] : by_value(context, prefix, "." + window)) {
            add_part(parts, claim->id,
                     context.messages.say(key, {{"pole", context.name(pole->id)}, {"value", *claim->value}}));
        }
    };
    const std::string year = std::to_string(latest);
    add(analysis.id + ".closeness.", year, "sentence.latest_item");
    if (!parts.texts.empty()) {
        return local_with_claims(
            context.messages.say("sentence.latest", {{"year", year}, {"list", joined(context, parts.texts)}}),
            parts.claims);
    }
    const std::string window = widest_window(context, analysis, "mean_share");
    if (window.empty()) return {};
    add(analysis.id + ".mean_share.", window, "sentence.share_item");
    return local_with_claims(context.messages.say("sentence.shares", {{"window", shown_window(window)},
                                                                      {"list", joined(context, parts.texts)}}),
                             parts.claims);
}

/// Rising or falling only where the interval leaves zero out.
Html trend_sentence(const ReportContext& context, const AnalysisOutcome& analysis) {
    const std::string window = widest_window(context, analysis, "trend");
    if (window.empty()) return {};
    PoleParts parts;
    for (const auto& [pole, claim] : by_value(context, analysis.id + ".trend.", "." + window)) {
        const bool sure = claim->interval && (claim->interval->lower > 0 || claim->interval->upper < 0);
        const std::string key = !sure               ? "sentence.trend_unclear"
                                : *claim->value > 0 ? "sentence.trend_up"
                                                    : "sentence.trend_down";
        add_part(parts, claim->id,
                 context.messages.say(key, {{"pole", context.name(pole->id)}, {"value", *claim->value}}));
    }
    if (parts.texts.empty()) return {};
    return local_with_claims(context.messages.say("sentence.trend", {{"window", shown_window(window)},
                                                                     {"list", joined(context, parts.texts)}}),
                             parts.claims);
}

}  // namespace

std::vector<Html> front_sentences(const ReportContext& context) {
    std::vector<Html> sentences;
    for (const AnalysisOutcome* analysis : analyses_by(context.outcome, "align.shares")) {
        const auto years = share_years(*analysis);
        if (years.empty() || years.front().domain != "votes") continue;
        for (const Html& sentence : {nearest_sentence(context, *analysis), latest_sentence(context, *analysis),
                                     trend_sentence(context, *analysis)}) {
            if (!sentence.markup.empty()) sentences.push_back(sentence);
        }
        break;
    }
    return sentences;
}

}  // namespace tarazy
