#include "serve/coding/coding_answers.hpp"

#include "serve/coding/coder_tasks.hpp"
#include "serve/coding/coding_comparison.hpp"
#include "serve/coding/coding_edits.hpp"
#include "serve/coding/coding_exchange.hpp"
#include "serve/coding/coding_json.hpp"
#include "serve/coding/document_search.hpp"
#include "serve/request_json.hpp"
#include "serve/workspace/workspace.hpp"
#include "text/coding/code_points.hpp"
#include "text/coding/segment_agreement.hpp"
#include "text/corpus/language.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace tarazy {
namespace {

using nlohmann::json;

constexpr std::size_t most_points_a_piece = 200'000;

json document_json(const StudyDocument& document) {
    return {{"id", document.id},
            {"about", document.about},
            {"language", document.language},
            {"length", document.length},
            {"focus", document.of_focus}};
}

bool document_fits(const StudyDocument& document, const std::string& find) {
    return find.empty() || document.id.find(find) != std::string::npos ||
           document.about.find(find) != std::string::npos;
}

json codes_json(const std::vector<TreeCode>& codes, const std::vector<StoredCoding>& visible) {
    std::map<std::string, std::size_t> counts;
    for (const StoredCoding& one : visible) ++counts[one.code];
    json list = json::array();
    for (const TreeCode& code : codes) list.push_back(code_json(code, counts[code.key]));
    return list;
}

json counts_by_document(const std::vector<StoredCoding>& visible, const std::string& who) {
    std::map<std::string, std::size_t> counts;
    for (const StoredCoding& one : visible)
        if (one.coder == who) ++counts[one.doc];
    return counts;
}

/// Codings of documents that two coders or more have worked on, and these documents.
struct DoublyCoded {
    std::vector<StoredCoding> codings;
    std::vector<DocumentLength> documents;
};

DoublyCoded doubly_coded(const StudyDocuments& documents, const CoderDesk& desk,
                         const std::vector<StoredCoding>& visible) {
    std::map<std::string, std::set<std::string>> coders = desk.finished;
    for (const StoredCoding& one : visible) coders[one.doc].insert(one.coder);
    DoublyCoded doubly;
    for (const StudyDocument& document : documents.list)
        if (const auto found = coders.find(document.id); found != coders.end() && found->second.size() > 1)
            doubly.documents.push_back({document.id, document.length});
    std::ranges::copy_if(visible, std::back_inserter(doubly.codings), [&](const StoredCoding& one) {
        return std::ranges::find(doubly.documents, one.doc, &DocumentLength::doc) != doubly.documents.end();
    });
    return doubly;
}

std::string language_of(const StudyDocument& document) {
    if (!document.language.empty()) return document.language;
    return std::string(to_string(main_language(language_segments(document.text))));
}

}  // namespace

Answer answer_desk(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", ""), find = asked(request, "find", "");
    const std::size_t most = asked_number(request, "most", 500);
    const auto documents = shelves.documents.of(request.study);
    json body = {{"from", documents->from}, {"why_none", documents->why_none}, {"documents", json::array()}};
    std::size_t fitting = 0;
    for (const StudyDocument& document : documents->list)
        if (document_fits(document, find) && ++fitting <= most) body["documents"].push_back(document_json(document));
    body["fitting"] = fitting;
    request.study.workspace->read([&](const WorkspaceView& view) {
        const CoderDesk desk = coder_desk(view);
        const std::vector<StoredCoding> visible = visible_codings(desk, who, stored_codings(view));
        body["codes"] = codes_json(tree_codes(view), visible);
        body["own"] = counts_by_document(visible, who);
        body["coders"] = coders_json(desk, who);
        body["standing"] = standing_json(view, "coding", who);
    });
    return json_answer(body);
}

Answer answer_text(CodingShelves& shelves, const Request& request) {
    const auto documents = shelves.documents.of(request.study);
    const StudyDocument& document = documents->document(asked(request, "doc"));
    const std::size_t from = std::min(asked_number(request, "from", 0), document.length);
    const std::size_t count = std::min(asked_number(request, "count", most_points_a_piece), most_points_a_piece);
    const std::size_t to = std::min(document.length, from + count);
    const CodePointCuts cuts(document.text);
    json body = {{"doc", document.id},        {"from", from},          {"to", to},
                 {"length", document.length}, {"hash", document.hash}, {"text", std::string(cuts.cut(from, to))}};
    if (from == 0) body["language"] = language_of(document);
    return json_answer(body);
}

Answer answer_codings(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", ""), doc = asked(request, "doc");
    const auto documents = shelves.documents.of(request.study);
    json body = {{"doc", doc},
                 {"hash", documents->document(doc).hash},
                 {"codings", json::array()},
                 {"memo", ""},
                 {"memo_version", 0}};
    request.study.workspace->read([&](const WorkspaceView& view) {
        const CoderDesk desk = coder_desk(view);
        const std::vector<StoredCoding> here = codings_of_document(view, doc);
        const bool others = sees_others(desk, who, doc, here);
        CodingPlaces places(view, *documents, shelves.places);
        for (const StoredCoding& one : here)
            if (others || one.coder == who) body["codings"].push_back(coding_json(places.placed(one)));
        body["sees_others"] = others;
        body["finished"] = desk.has_finished(who, doc);
        if (const auto memo = view.entry("document_memo", document_memo_key(who, doc))) {
            body["memo"] = json::parse(memo->value).value("memo", "");
            body["memo_version"] = memo->version;
        }
        body["standing"] = standing_json(view, "coding", who);
    });
    return json_answer(body);
}

Answer answer_changes(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", ""), doc = asked(request, "doc", "");
    json body, hash;
    if (!doc.empty()) {
        const auto documents = shelves.documents.of(request.study);
        if (const auto place = documents->places.find(doc); place != documents->places.end())
            hash = documents->list[place->second].hash;
    }
    request.study.workspace->read([&](const WorkspaceView& view) {
        std::set<std::string> documents;
        bool codes = false, coders = false;
        for (const WorkspaceChange& change :
             view.changes_after(static_cast<std::int64_t>(asked_number(request, "after", 0)))) {
            codes = codes || change.kind == "code";
            coders = coders || change.kind == "coder" || change.kind == "task" || change.kind == "finished" ||
                     change.kind == "coding_setup";
            if (change.kind != "coding" && change.kind != "document_memo" && change.kind != "finished") continue;
            for (const auto& value : {change.before, change.after})
                if (value) documents.insert(json::parse(*value).value("doc", ""));
        }
        body = {{"documents", documents}, {"codes", codes}, {"coders", coders}, {"hash", hash}};
        body["standing"] = standing_json(view, "coding", who);
    });
    return json_answer(body);
}

Answer answer_search(CodingShelves& shelves, const Request& request) {
    DocumentSearch search;
    search.pattern = asked(request, "pattern");
    search.regular_expression = asked(request, "regex", "") == "1";
    search.doc = asked(request, "doc", "");
    const DocumentFinds finds = search_documents(*shelves.documents.of(request.study), search);
    json list = json::array();
    for (const DocumentFind& one : finds.finds)
        list.push_back({{"doc", one.doc},
                        {"start", one.start},
                        {"end", one.end},
                        {"before", one.before},
                        {"found", one.found},
                        {"after", one.after}});
    return json_answer({{"finds", std::move(list)}, {"more", finds.more}, {"late", finds.late}});
}

Answer answer_differences(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", ""), doc = asked(request, "doc"), one = asked(request, "one"),
                      other = asked(request, "other");
    const auto documents = shelves.documents.of(request.study);
    const StudyDocument& document = documents->document(doc);
    json body = {{"differences", json::array()}, {"agreed", 0}, {"hidden", false}};
    request.study.workspace->read([&](const WorkspaceView& view) {
        const std::vector<StoredCoding> here = codings_of_document(view, doc);
        if (!sees_others(coder_desk(view), who, doc, here)) {
            body["hidden"] = true;
            return;
        }
        CodingPlaces places(view, *documents, shelves.places);
        const std::vector<Segment> segments = named_segments(places.within(here), tree_codes(view));
        for (const CodingDifference& difference : coding_differences(document, segments, one, other))
            body["differences"].push_back(difference_json(difference));
        body["agreed"] = agreed_codings(segments, doc, one, other);
    });
    return json_answer(body);
}

Answer answer_agreement(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", "");
    const auto documents = shelves.documents.of(request.study);
    json body = {{"rows", json::array()}};
    request.study.workspace->read([&](const WorkspaceView& view) {
        const CoderDesk desk = coder_desk(view);
        CodingPlaces places(view, *documents, shelves.places);
        const DoublyCoded doubly =
            doubly_coded(*documents, desk, places.within(visible_codings(desk, who, stored_codings(view))));
        const std::vector<Segment> segments = named_segments(doubly.codings, tree_codes(view));
        body["documents"] = doubly.documents.size();
        body["codings"] = segments.size();
        body["coders"] = coders_of(segments);
        if (coders_of(segments).size() > 1)
            body["rows"] = rows_json(segment_agreement_table(segments, doubly.documents, "workspace.sqlite", {}));
    });
    return json_answer(body);
}

Answer answer_log(CodingShelves&, const Request& request) {
    const std::string who = asked(request, "who", "");
    const std::size_t most = std::min<std::size_t>(asked_number(request, "most", 100), 1000);
    json acts = json::array();
    request.study.workspace->read([&](const WorkspaceView& view) {
        const std::string of = coder_desk(view).blind ? who : "";
        for (const WorkspaceAct& act : view.newest_acts("coding", of, most)) acts.push_back(act_json(view, act));
    });
    return json_answer({{"acts", std::move(acts)}});
}

Answer answer_places(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", ""), code = asked(request, "code");
    const std::size_t most = asked_number(request, "most", 500);
    const auto documents = shelves.documents.of(request.study);
    json list = json::array();
    std::size_t all = 0;
    request.study.workspace->read([&](const WorkspaceView& view) {
        std::vector<StoredCoding> codings = visible_codings(coder_desk(view), who, stored_codings(view));
        std::erase_if(codings, [&](const StoredCoding& one) { return one.code != code; });
        CodingPlaces placing(view, *documents, shelves.places);
        codings = placing.within(codings);
        all = codings.size();
        codings.resize(std::min(codings.size(), most));
        std::ranges::sort(codings, [](const StoredCoding& a, const StoredCoding& b) {
            return std::tie(a.doc, a.start, a.end, a.coder) < std::tie(b.doc, b.start, b.end, b.coder);
        });
        std::string doc;
        std::optional<CodePointCuts> cuts;
        for (const StoredCoding& one : codings) {
            if (one.doc != doc) cuts.emplace(documents->document(doc = one.doc).text);
            json place = coding_json({one, PlacedCoding::Where::here, ""});
            place["text"] = std::string(cuts->cut(one.start, std::min(one.end, one.start + 200)));
            list.push_back(std::move(place));
        }
    });
    return json_answer({{"places", std::move(list)}, {"all", all}});
}

Answer answer_project(CodingShelves& shelves, const Request& request) {
    const std::string who = asked(request, "who", "");
    const auto documents = shelves.documents.of(request.study);
    const std::string name = std::filesystem::path(request.study.folder).filename().string();
    std::string bytes;
    request.study.workspace->read([&](const WorkspaceView& view) {
        const std::vector<StoredCoding> visible = visible_codings(coder_desk(view), who, stored_codings(view));
        CodingPlaces places(view, *documents, shelves.places);
        const CodingsToExport all = codings_to_export(places, visible);
        bytes = qdpx_of_codings(name, *documents, tree_codes(view), all.codings, all.former);
    });
    return {200,
            std::move(bytes),
            "application/octet-stream",
            {{"Content-Disposition", "attachment; filename=\"codings.qdpx\""}}};
}

}  // namespace tarazy
