#include "serve/coding/coding_entries.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace tarazy {
namespace {

using nlohmann::json;

json value_of_entry(const WorkspaceEntry& entry) {
    return json::parse(entry.value);
}

}  // namespace

TreeCode tree_code(const WorkspaceEntry& entry) {
    const json value = value_of_entry(entry);
    return {entry.key,
            entry.version,
            value.value("code", ""),
            value.value("parent", ""),
            value.value("description", ""),
            value.value("color", ""),
            value.value("memo", "")};
}

StoredCoding stored_coding(const WorkspaceEntry& entry) {
    const json value = value_of_entry(entry);
    return {entry.key,
            entry.version,
            value.value("doc", ""),
            value.value("start", std::size_t{0}),
            value.value("end", std::size_t{0}),
            value.value("coder", ""),
            value.value("code", ""),
            value.value("memo", ""),
            value.value("text", "")};
}

std::string entry_value(const TreeCode& code) {
    return json{{"code", code.code},
                {"parent", code.parent},
                {"description", code.description},
                {"color", code.color},
                {"memo", code.memo}}
        .dump();
}

std::string entry_value(const StoredCoding& coding) {
    json value = {{"doc", coding.doc},     {"start", coding.start}, {"end", coding.end},
                  {"coder", coding.coder}, {"code", coding.code},   {"memo", coding.memo}};
    if (!coding.text.empty()) value["text"] = coding.text;
    return value.dump();
}

std::vector<TreeCode> tree_codes(const WorkspaceView& view) {
    std::map<std::string, std::vector<TreeCode>> below;
    std::set<std::string> keys;
    const std::vector<WorkspaceEntry> entries = view.entries("code");
    for (const WorkspaceEntry& entry : entries) keys.insert(entry.key);
    for (const WorkspaceEntry& entry : entries) {
        TreeCode code = tree_code(entry);
        if (!keys.contains(code.parent)) code.parent.clear();
        below[code.parent].push_back(std::move(code));
    }
    for (auto& [parent, codes] : below) std::ranges::sort(codes, {}, &TreeCode::code);
    std::vector<TreeCode> ordered;
    const std::function<void(const std::string&)> add_below = [&](const std::string& parent) {
        const auto found = below.find(parent);
        if (found == below.end()) return;
        for (const TreeCode& code : found->second) {
            ordered.push_back(code);
            add_below(code.key);
        }
    };
    add_below("");
    return ordered;
}

std::vector<StoredCoding> stored_codings(const WorkspaceView& view) {
    std::vector<StoredCoding> codings;
    for (const WorkspaceEntry& entry : view.entries("coding")) codings.push_back(stored_coding(entry));
    return codings;
}

std::vector<StoredCoding> codings_of_document(const WorkspaceView& view, const std::string& doc) {
    std::vector<StoredCoding> codings;
    for (const WorkspaceEntry& entry : view.entries_of_document("coding", doc)) codings.push_back(stored_coding(entry));
    return codings;
}

std::vector<Segment> named_segments(const std::vector<StoredCoding>& codings, const std::vector<TreeCode>& codes) {
    std::map<std::string, std::string> names;
    for (const TreeCode& code : codes) names.emplace(code.key, code.code);
    std::vector<Segment> segments;
    for (const StoredCoding& one : codings) {
        const auto name = names.find(one.code);
        segments.push_back(
            {one.doc, one.start, one.end, one.coder, name == names.end() ? one.code : name->second, one.memo});
    }
    return segments;
}

std::string entry_key(const std::vector<std::string>& parts) {
    return json(parts).dump();
}

std::vector<std::string> parts_of_key(const std::string& key) {
    const json parts = json::parse(key, nullptr, false);
    return parts.is_array() ? parts.get<std::vector<std::string>>() : std::vector<std::string>{key};
}

}  // namespace tarazy
