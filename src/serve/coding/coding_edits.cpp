#include "serve/coding/coding_edits.hpp"

#include "serve/request.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

/// A new place, in the text of now. @param seen  the text in which it was chosen
void check_place(const StudyDocuments& documents, StoredCoding& coding, const std::string& seen) {
    const StudyDocument& document = documents.document(coding.doc);
    if (!seen.empty() && seen != document.hash)
        throw RefusedRequest{409, "The text of '" + coding.doc + "' was changed meanwhile; it is read again.", ""};
    coding.text = document.hash;
    if (coding.start >= coding.end || coding.end > document.length)
        throw RefusedRequest{400,
                             "The place " + std::to_string(coding.start) + " to " + std::to_string(coding.end) +
                                 " does not lie in '" + coding.doc + "', which has " + std::to_string(document.length) +
                                 " characters.",
                             ""};
}

void check_open(const CoderDesk& desk, const std::string& coder, const std::string& doc) {
    if (desk.has_finished(coder, doc))
        throw RefusedRequest{403, "You have finished this document; open it again to change its codings.", ""};
}

void check_code_there(const WorkspaceView& view, const std::string& key) {
    if (!view.entry("code", key)) throw RefusedRequest{404, "There is no such code; somebody may have deleted it.", ""};
}

StoredCoding own_coding(const WorkspaceView& view, const std::string& coder, const std::string& key) {
    const std::optional<WorkspaceEntry> entry = view.entry("coding", key);
    if (!entry) throw RefusedRequest{404, "There is no such coding; it may have been removed.", ""};
    StoredCoding coding = stored_coding(*entry);
    if (coding.coder != coder) throw RefusedRequest{403, "This is a coding of " + coding.coder + ".", ""};
    return coding;
}

using OwnPlaces = std::set<std::tuple<std::size_t, std::size_t, std::string>>;

/// What the coder has coded in a text of a document.
OwnPlaces own_places(const WorkspaceView& view, const std::string& coder, const std::string& doc,
                     const std::string& text) {
    OwnPlaces places;
    for (const StoredCoding& one : codings_of_document(view, doc))
        if (one.coder == coder && (one.text.empty() || one.text == text)) places.emplace(one.start, one.end, one.code);
    return places;
}

}  // namespace

ProposedAct edit_codings(const WorkspaceView& view, const StudyDocuments& documents, const std::string& coder,
                         const std::vector<NewCoding>& added, const std::vector<CodingEdit>& edited) {
    const CoderDesk desk = coder_desk(view);
    ProposedAct act{{}, !added.empty() ? "code" : "change_coding"};
    if (added.empty() && !edited.empty() && std::ranges::all_of(edited, &CodingEdit::remove))
        act.what = "remove_coding";
    std::map<std::string, OwnPlaces> there;
    std::set<std::string> known_codes;
    std::int64_t number = view.last_change();
    for (const NewCoding& one : added) {
        check_open(desk, coder, one.doc);
        if (known_codes.insert(one.code).second) check_code_there(view, one.code);
        StoredCoding coding{
            "c" + std::to_string(number + 1), 0, one.doc, one.start, one.end, coder, one.code, one.memo};
        check_place(documents, coding, one.text);
        if (!there.contains(one.doc)) there[one.doc] = own_places(view, coder, one.doc, coding.text);
        if (!there[one.doc].emplace(one.start, one.end, one.code).second) continue;
        ++number;
        act.edits.push_back({"coding", coding.key, entry_value(coding), 0});
    }
    for (const CodingEdit& change : edited) {
        StoredCoding coding = own_coding(view, coder, change.key);
        check_open(desk, coder, coding.doc);
        if (change.remove) {
            act.edits.push_back({"coding", coding.key, {}, change.seen});
            continue;
        }
        if (change.start) coding.start = *change.start;
        if (change.end) coding.end = *change.end;
        if (change.memo) coding.memo = *change.memo;
        if (change.code) {
            check_code_there(view, *change.code);
            coding.code = *change.code;
        }
        if (change.start || change.end) check_place(documents, coding, change.text);
        act.edits.push_back({"coding", coding.key, entry_value(coding), change.seen});
    }
    const bool typed = added.empty() && edited.size() == 1 && edited[0].memo && !edited[0].code && !edited[0].start;
    if (typed) {
        act.what = "memo";
        act.continues = true;
    }
    return act;
}

std::string document_memo_key(const std::string& coder, const std::string& doc) {
    return entry_key({coder, doc});
}

ProposedAct note_on_document(const std::string& coder, const std::string& doc, const std::string& memo,
                             std::optional<std::int64_t> seen) {
    std::optional<std::string> value;
    if (!memo.empty()) value = nlohmann::json{{"doc", doc}, {"coder", coder}, {"memo", memo}}.dump();
    return {{{"document_memo", document_memo_key(coder, doc), value, seen}}, "document_memo", {}, true};
}

}  // namespace tarazy
