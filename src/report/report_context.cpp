#include "report/report_context.hpp"

#include "report/folded.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/state_codes.hpp"

namespace tarazy {
namespace {

template <typename Item, typename Key>
const Item* find_by(const std::vector<Item>& items, Key Item::*key, const std::string& wanted) {
    for (const Item& item : items) {
        if (item.*key == wanted) return &item;
    }
    return nullptr;
}

void replace_all(std::string& markup, const std::string& from, const std::string& to) {
    for (std::size_t at = markup.find(from); at != std::string::npos; at = markup.find(from, at + to.size())) {
        markup.replace(at, from.size(), to);
    }
}

/// Replaces `<c0>` and `</c0>` in escaped text, in each language, by the link to a claim.
std::string link_claims(std::string markup, const std::vector<std::string>& claims) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const std::string number = std::to_string(i);
        replace_all(markup, "&lt;c" + number + "&gt;",
                    "<a class=\"claim\" href=\"#" + html_id("claim-", claims[i]) + "\">");
        replace_all(markup, "&lt;/c" + number + "&gt;", "</a>");
    }
    return markup;
}

void add_titles(std::map<std::string, LocalText>& titles, const Table& table) {
    if (!table.find("title") || !table.find("title_kk") || !table.find("title_ru")) return;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string title = text_in(table, "title", row);
        titles.try_emplace(title, LocalText{title, text_in(table, "title_kk", row), text_in(table, "title_ru", row)});
    }
}

}  // namespace

ReportContext::ReportContext(const StudyResult& study_result, Chapters all_chapters)
    : result(study_result), chapters(all_chapters), messages(report_messages()) {
    for (const AnalysisResult& found : result.analyses) {
        for (const Claim& each : found.claims) {
            claims_.emplace(each.id, &each);
            by_parts_.emplace(std::pair(found.id, each.parts), &each);
        }
        for (const ResultTable& each : found.tables) files_.emplace(&each.table, result_file(found.id, each.name));
        for (const ResultTable& of : found.tables) add_titles(titles_, of.table);
    }
    if (!result.multiverse) return;
    for (const ResultTable& each : result.multiverse->tables)
        files_.emplace(&each.table, result_file("multiverse", each.name));
}

std::string ReportContext::file_of(const Table& table) const {
    const auto found = files_.find(&table);
    return found == files_.end() ? std::string() : found->second;
}

const Claim* ReportContext::claim(const std::string& id) const {
    const auto found = claims_.find(id);
    return found == claims_.end() ? nullptr : found->second;
}

const Claim* ReportContext::claim(const AnalysisResult& of, const ClaimParts& parts) const {
    const auto found = by_parts_.find(std::pair(of.id, parts));
    return found == by_parts_.end() ? nullptr : found->second;
}

const AnalysisResult* ReportContext::analysis(const std::string& id) const {
    return find_by(result.analyses, &AnalysisResult::id, id);
}

LocalText ReportContext::title_of(const std::string& id) const {
    const AnalysisResult* found = analysis(id);
    return found == nullptr || found->title.en.empty() ? LocalText{id, "", ""} : found->title;
}

const Chapter* ReportContext::chapter_of(const AnalysisResult& of) const {
    for (const Chapter& chapter : chapters)
        if (chapter.method == of.method) return &chapter;
    return nullptr;
}

const DataUse* ReportContext::data(const std::string& key) const {
    return find_by(result.data, &DataUse::key, key);
}

const Source* ReportContext::source(const std::string& key) const {
    return find_by(result.sources, &Source::key, key);
}

Html ReportContext::say(const std::string& key, const MessageArguments& arguments) const {
    return local(messages.say(key, arguments));
}

LocalText ReportContext::word(const std::string& family, const std::string& code) const {
    if (messages.knows(family + code)) return messages.say(family + code);
    return {code, "", ""};
}

LocalText ReportContext::name(const std::string& code) const {
    if (const Pole* pole = find_by(result.poles, &Pole::id, code); pole != nullptr && !pole->name.en.empty()) {
        return pole->name;
    }
    if (const auto word = result.words.find(code); word != result.words.end()) return word->second;
    if (const State* state = find_state(code, StateScheme::iso3))
        return {state->name_en, state->name_kk, state->name_ru};
    if (const auto title = titles_.find(code); title != titles_.end()) return title->second;
    return {code, "", ""};
}

Html local(const LocalText& local_text, std::string_view tag, std::string_view css_class) {
    const std::string extra(css_class), name(tag.empty() ? "span" : tag);
    if (local_text.kk.empty() && local_text.ru.empty()) {
        if (local_text.en.empty()) return {};
        return element(name, {{"lang", "en"}, {"class", extra}}, text(local_text.en));
    }
    Html all;
    for (const std::string_view language : report_languages) {
        const Html words = text(in_language(local_text, language));
        if (name == "span" && extra.empty())
            all += Html{"<t-l lang=" + std::string(language) + '>' + words.markup + "</t-l>"};
        else
            all +=
                element(name, {{"class", extra.empty() ? "t" : "t " + extra}, {"lang", std::string(language)}}, words);
    }
    return all;
}

Html local_with_claims(const LocalText& local_text, const std::vector<std::string>& claims) {
    return {link_claims(local(local_text).markup, claims)};
}

Html english(std::string_view plain, std::string_view tag) {
    if (plain.empty()) return {};
    return element(tag, {{"lang", "en"}}, text(plain));
}

Html claim_link(const ReportContext& context, const std::string& claim, const Html& content) {
    return claim_link(context.claim(claim), content);
}

Html claim_link(const Claim* claim, const Html& content) {
    if (claim == nullptr) return content;
    return element("a", {{"class", "claim"}, {"href", "#" + html_id("claim-", claim->id)}}, content);
}

Html scroll_box(const std::string& label, const Html& table) {
    return element("div", {{"class", "scroll"}, {"role", "group"}, {"tabindex", "0"}, {"aria-labelledby", label}},
                   table);
}

Html scrolled(const std::string& label, const Html& table) {
    return foldable(scroll_box(label, table));
}

}  // namespace tarazy
