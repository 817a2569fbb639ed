#include "analyses/align/front_sentences.hpp"

#include "analyses/align/agenda_ties.hpp"
#include "analyses/align/covered_years.hpp"
#include "analyses/align/shares_rows.hpp"
#include "report/numbers.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace tarazy {
namespace {

/// Parts of a sentence, one a pole, in each language: joined by the language's own list separator.
struct PoleParts {
    std::vector<LocalText> texts;
    std::vector<std::string> claims;
};

LocalText spoken_list(const ReportContext& context, const std::vector<LocalText>& parts) {
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

/// The claims of one quantity and window, one a pole, largest value first (ties: order of the study file).
std::vector<std::pair<const Pole*, const Claim*>> by_value(const ReportContext& context, const AnalysisResult& analysis,
                                                           const std::string& quantity, const std::string& time) {
    std::vector<std::pair<const Pole*, const Claim*>> found;
    for (const Pole& pole : context.result.poles) {
        const Claim* claim = context.claim(analysis, {"", "", quantity, {pole.id}, time});
        if (claim != nullptr && claim->value) found.emplace_back(&pole, claim);
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return *a.second->value > *b.second->value; });
    return found;
}

/// @param key  how it was measured: agreement in votes cast, or ideal points, which may say otherwise
Html nearest_sentence(const ReportContext& context, const AnalysisResult& analysis, const std::string& key) {
    const std::string window = widest_window(context, analysis, "years_nearest");
    if (window.empty()) return {};
    PoleParts parts;
    for (const auto& [pole, claim] : by_value(context, analysis, "years_nearest", window)) {
        const auto years = static_cast<std::int64_t>(std::llround(*claim->value));
        add_part(parts, claim->id,
                 context.messages.say("sentence.nearest_item", {{"pole", context.name(pole->id)}, {"n", years}}));
    }
    if (parts.texts.empty()) return {};
    return local_with_claims(context.messages.say(key, {{"window", shown_covered(context, analysis, {}, window)},
                                                        {"state", context.name(context.result.focus)},
                                                        {"list", spoken_list(context, parts.texts)}}),
                             parts.claims);
}

/// Of the latest year without a flag; where the study makes no yearly claims, of the mean over the latest window.
Html latest_sentence(const ReportContext& context, const AnalysisResult& analysis) {
    int latest = 0;
    for (const ShareYear& year : share_years(analysis)) {
        if (year.state == context.result.focus && year.flag.empty()) latest = std::max(latest, year.year);
    }
    PoleParts parts;
    const auto add = [&](const std::string& quantity, const std::string& window, const std::string& key) {
        for (const auto& [pole, claim] : by_value(context, analysis, quantity, window)) {
            add_part(parts, claim->id,
                     context.messages.say(key, {{"pole", context.name(pole->id)}, {"value", *claim->value}}));
        }
    };
    const std::string year = std::to_string(latest);
    add("closeness", year, "sentence.latest_item");
    if (!parts.texts.empty()) {
        return local_with_claims(
            context.messages.say("sentence.latest", {{"year", year}, {"list", spoken_list(context, parts.texts)}}),
            parts.claims);
    }
    const std::string window = widest_window(context, analysis, "mean_share");
    if (window.empty()) return {};
    add("mean_share", window, "sentence.share_item");
    return local_with_claims(
        context.messages.say("sentence.shares", {{"window", shown_covered(context, analysis, {}, window)},
                                                 {"list", spoken_list(context, parts.texts)}}),
        parts.claims);
}

/// Rising or falling only where the interval leaves zero out.
Html trend_sentence(const ReportContext& context, const AnalysisResult& analysis) {
    const std::string window = widest_window(context, analysis, "trend");
    if (window.empty()) return {};
    PoleParts parts;
    for (const auto& [pole, claim] : by_value(context, analysis, "trend", window)) {
        const bool sure = claim->interval && (claim->interval->lower > 0 || claim->interval->upper < 0);
        const std::string key = !sure               ? "sentence.trend_unclear"
                                : *claim->value > 0 ? "sentence.trend_up"
                                                    : "sentence.trend_down";
        add_part(parts, claim->id,
                 context.messages.say(key, {{"pole", context.name(pole->id)}, {"value", *claim->value}}));
    }
    if (parts.texts.empty()) return {};
    return local_with_claims(
        context.messages.say("sentence.trend", {{"window", shown_covered(context, analysis, {}, window)},
                                                {"list", spoken_list(context, parts.texts)}}),
        parts.claims);
}

/// Those that have something to say.
std::vector<Html> told(std::vector<Html> sentences) {
    std::erase_if(sentences, [](const Html& sentence) { return sentence.markup.empty(); });
    return sentences;
}

/// Nearer to the first pole than to the second: first year, the year in which the odds turn, latest year. Whether the
/// agenda is taken out is said as the ties between the sessions allow.
Html closer_sentence(const ReportContext& context, const AnalysisResult& analysis) {
    if (context.result.poles.size() < 2) return {};
    const Pole &first = context.result.poles[0], &second = context.result.poles[1];
    const std::vector<std::string> pair{first.id, second.id};
    std::vector<const Claim*> years;
    for (const Claim& claim : analysis.claims)
        if (claim.parts.quantity == "closer" && claim.parts.about == pair && claim.value) years.push_back(&claim);
    std::ranges::sort(years, {}, [](const Claim* claim) { return claim->parts.time; });
    if (years.empty()) return {};
    std::vector<const Claim*> told{years.front()};
    const bool above = *years.front()->value > 0.5;
    const auto turn = std::ranges::find_if(years, [&](const Claim* claim) { return (*claim->value > 0.5) != above; });
    if (turn != years.end() && *turn != years.back()) told.push_back(*turn);
    if (years.size() > 1) told.push_back(years.back());
    PoleParts parts;
    for (const Claim* claim : told) {
        add_part(parts, claim->id,
                 context.messages.say("sentence.closer_item", {{"year", claim->parts.time}, {"value", *claim->value}}));
    }
    const Html agenda = agenda_sentence(context, analysis);
    return local_with_claims(context.messages.say("sentence.closer", {{"state", context.name(context.result.focus)},
                                                                      {"a", context.name(first.id)},
                                                                      {"b", context.name(second.id)},
                                                                      {"list", spoken_list(context, parts.texts)}}),
                             parts.claims) +
           (agenda.markup.empty() ? Html{} : Html{" "} + agenda);
}

/// The domains that are taken together, those of politics before trade. Ideal points are one way to measure votes: here
/// the plain word is enough.
LocalText domains_taken(const ReportContext& context, const AnalysisResult& analysis, const std::string& window) {
    std::vector<std::string> names = {"positions", "ties", "institutions"};
    const Table& summary = *find_table(analysis.tables, "summary");
    std::set<std::string> known;
    for (std::size_t row = 0; row < summary.rows(); ++row) {
        if (text_in(summary, "window", row) != window || text_in(summary, "state", row) != context.result.focus)
            continue;
        const std::string name = text_in(summary, "domain", row);
        if (name != "overall" && known.insert(name).second && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    std::vector<LocalText> domains;
    for (const std::string& name : names) {
        if (known.contains(name)) domains.push_back(context.word("domain.", name == "positions" ? "votes" : name));
    }
    return spoken_list(context, domains);
}

/// Years of each label over the longest window of all domains together.
Html labels_sentence(const ReportContext& context, const AnalysisResult& analysis) {
    const auto complete = complete_window(context, analysis);
    if (!complete) return {};
    const std::string& window = complete->window;
    const std::int64_t years = complete->years.at(context.result.focus);
    PoleParts parts;
    const auto add = [&](const std::string& quantity, const std::vector<std::string>& poles, const std::string& key,
                         const MessageArguments& arguments, bool always) {
        const Claim* claim = context.claim(analysis, {"", "overall", quantity, poles, window});
        if (claim == nullptr || !claim->value || (!always && *claim->value == 0)) return;
        MessageArguments all = arguments;
        all.emplace_back("n", static_cast<std::int64_t>(std::llround(*claim->value)));
        add_part(parts, claim->id, context.messages.say(key, all));
    };
    for (const Pole& pole : context.result.poles)
        add("years_aligned", {pole.id}, "sentence.labels_aligned", {{"pole", context.name(pole.id)}}, false);
    add("years_specialised", {}, "sentence.labels_specialised", {}, true);
    add("years_equidistant", {}, "sentence.labels_equidistant", {}, true);
    if (parts.texts.empty()) return {};
    return local_with_claims(
        context.messages.say("sentence.labels", {{"domains", domains_taken(context, analysis, window)},
                                                 {"window", shown_covered(context, analysis, "overall", window)},
                                                 {"n", years},
                                                 {"list", spoken_list(context, parts.texts)}}),
        parts.claims);
}

}  // namespace

std::vector<Html> agreement_sentences(const ReportContext& context) {
    // Ideal points tell the same, and how far it is free of the agenda.
    if (!analyses_by(context.result, "align.ideal-points").empty()) return {};
    for (const AnalysisResult* analysis : analyses_by(context.result, "align.shares")) {
        const auto years = share_years(*analysis);
        if (years.empty() || years.front().domain != "votes") continue;
        return told({nearest_sentence(context, *analysis, "sentence.nearest"), latest_sentence(context, *analysis),
                     trend_sentence(context, *analysis)});
    }
    return {};
}

std::vector<Html> position_sentences(const ReportContext& context) {
    const auto positions = analyses_by(context.result, "align.ideal-points");
    if (positions.empty()) return {};
    return told({nearest_sentence(context, *positions.front(), "sentence.nearest_positions"),
                 closer_sentence(context, *positions.front())});
}

std::vector<Html> balance_sentences(const ReportContext& context) {
    const auto balances = analyses_by(context.result, "align.balance");
    if (balances.empty()) return {};
    return told({labels_sentence(context, *balances.front())});
}

}  // namespace tarazy
