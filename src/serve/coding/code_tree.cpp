#include "serve/coding/code_tree.hpp"

#include "serve/request.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

const TreeCode& code_of_tree(const std::vector<TreeCode>& codes, const std::string& key) {
    const auto found = std::ranges::find(codes, key, &TreeCode::key);
    if (found == codes.end()) throw RefusedRequest{404, "There is no such code; somebody may have deleted it.", ""};
    return *found;
}

bool is_code_color(const std::string& text) {
    return text.empty() || (text.size() == 7 && text[0] == '#' &&
                            text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos);
}

void check_code(const std::vector<TreeCode>& codes, const TreeCode& code) {
    if (code.code.find_first_not_of(" \t\r\n") == std::string::npos)
        throw RefusedRequest{400, "A code needs a name.", ""};
    if (code.code.size() > 500) throw RefusedRequest{400, "The name of the code is too long.", ""};
    for (const TreeCode& other : codes)
        if (other.key != code.key && other.code == code.code)
            throw RefusedRequest{400, "There is a code '" + code.code + "' already.", ""};
    if (!is_code_color(code.color)) throw RefusedRequest{400, "A colour is written as #RRGGBB.", ""};
    if (!code.parent.empty()) (void)code_of_tree(codes, code.parent);
}

/// Is `key` the code or somewhere below it?
bool is_within_code(const std::vector<TreeCode>& codes, std::string key, const std::string& top) {
    for (std::size_t steps = 0; !key.empty() && steps <= codes.size(); ++steps) {
        if (key == top) return true;
        key = code_of_tree(codes, key).parent;
    }
    return false;
}

WorkspaceEdit edit_of_code(const TreeCode& code) {
    return {"code", code.key, entry_value(code), code.version};
}

std::string texts_together(const std::string& one, const std::string& other) {
    return one.empty() || other.empty() || one == other ? (one.empty() ? other : one) : one + "\n" + other;
}

std::string new_code_key(const WorkspaceView& view) {
    return "k" + std::to_string(view.last_change() + 1);
}

}  // namespace

std::string next_code_color(std::size_t codes) {
    static constexpr std::array<const char*, 7> colors = {"#0072b2", "#e69f00", "#009e73", "#d55e00",
                                                          "#cc79a7", "#56b4e9", "#8a7a00"};
    return colors[codes % colors.size()];
}

ProposedAct create_code(const WorkspaceView& view, TreeCode code) {
    const std::vector<TreeCode> codes = tree_codes(view);
    code.key = new_code_key(view);
    code.version = 0;
    if (code.color.empty()) code.color = next_code_color(codes.size());
    check_code(codes, code);
    return {{edit_of_code(code)}, "create_code"};
}

ProposedAct change_code(const WorkspaceView& view, const CodeChange& change) {
    const std::vector<TreeCode> codes = tree_codes(view);
    TreeCode code = code_of_tree(codes, change.key);
    code.version = change.seen;
    if (change.code) code.code = *change.code;
    if (change.description) code.description = *change.description;
    if (change.color) code.color = *change.color;
    if (change.memo) code.memo = *change.memo;
    if (change.parent) {
        if (!change.parent->empty() && is_within_code(codes, *change.parent, code.key))
            throw RefusedRequest{400, "A code cannot stand below itself.", ""};
        code.parent = *change.parent;
    }
    check_code(codes, code);
    return {{edit_of_code(code)}, change.parent ? "move_code" : change.code ? "rename_code" : "change_code"};
}

ProposedAct merge_codes(const WorkspaceView& view, const std::string& from, const std::string& into) {
    const std::vector<TreeCode> codes = tree_codes(view);
    const TreeCode& gone = code_of_tree(codes, from);
    TreeCode kept = code_of_tree(codes, into);
    if (from == into) throw RefusedRequest{400, "Choose another code to merge with.", ""};
    ProposedAct act{{}, "merge_codes"};
    kept.description = texts_together(kept.description, gone.description);
    kept.memo = texts_together(kept.memo, gone.memo);
    // Where the code that stays stood below the one that goes, it takes its place.
    if (is_within_code(codes, kept.parent, from)) kept.parent = gone.parent;
    for (TreeCode code : codes) {
        if (code.parent != from || code.key == into) continue;
        code.parent = into;
        act.edits.push_back(edit_of_code(code));
    }
    using Place = std::tuple<std::string, std::size_t, std::size_t, std::string>;
    std::map<Place, StoredCoding> there;
    for (const WorkspaceEntry& entry : view.entries_of_code("coding", into)) {
        StoredCoding one = stored_coding(entry);
        there.emplace(Place{one.doc, one.start, one.end, one.coder}, std::move(one));
    }
    for (const WorkspaceEntry& entry : view.entries_of_code("coding", from)) {
        StoredCoding moved = stored_coding(entry);
        const auto same = there.find({moved.doc, moved.start, moved.end, moved.coder});
        if (same == there.end()) {
            moved.code = into;
            act.edits.push_back({"coding", moved.key, entry_value(moved)});
            continue;
        }
        StoredCoding& both = same->second;
        act.edits.push_back({"coding", moved.key, {}});
        if (moved.memo.empty() || moved.memo == both.memo) continue;
        both.memo = texts_together(both.memo, moved.memo);
        std::erase_if(act.edits, [&](const WorkspaceEdit& edit) { return edit.key == both.key; });
        act.edits.push_back({"coding", both.key, entry_value(both)});
    }
    act.edits.push_back(edit_of_code(kept));
    act.edits.push_back({"code", from, {}});
    return act;
}

ProposedAct split_code(const WorkspaceView& view, const std::string& from, TreeCode part,
                       const std::vector<std::string>& codings) {
    const std::vector<TreeCode> codes = tree_codes(view);
    const TreeCode& whole = code_of_tree(codes, from);
    if (codings.empty()) throw RefusedRequest{400, "Choose the codings that get the new code.", ""};
    part.key = new_code_key(view);
    part.version = 0;
    part.parent = whole.parent;
    if (part.color.empty()) part.color = next_code_color(codes.size());
    check_code(codes, part);
    ProposedAct act{{edit_of_code(part)}, "split_code"};
    const std::set<std::string> wanted(codings.begin(), codings.end());
    for (const WorkspaceEntry& entry : view.entries_of_code("coding", from)) {
        if (!wanted.contains(entry.key)) continue;
        StoredCoding moved = stored_coding(entry);
        moved.code = part.key;
        act.edits.push_back({"coding", moved.key, entry_value(moved)});
    }
    if (act.edits.size() != wanted.size() + 1)
        throw RefusedRequest{409, "Some of these codings have another code by now; look again.", ""};
    return act;
}

ProposedAct delete_code(const WorkspaceView& view, const std::string& key) {
    const std::vector<TreeCode> codes = tree_codes(view);
    const TreeCode& gone = code_of_tree(codes, key);
    ProposedAct act{{}, "delete_code"};
    for (const WorkspaceEntry& entry : view.entries_of_code("coding", key))
        act.edits.push_back({"coding", entry.key, {}});
    for (TreeCode code : codes) {
        if (code.parent != key) continue;
        code.parent = gone.parent;
        act.edits.push_back(edit_of_code(code));
    }
    act.edits.push_back({"code", key, {}});
    return act;
}

}  // namespace tarazy
