#include "serve/coding/coding_exchange.hpp"

#include "io/write_table.hpp"
#include "serve/coding/code_tree.hpp"
#include "serve/served_folder.hpp"
#include "text/coding/qdpx_archive.hpp"
#include "text/coding/qdpx_export.hpp"
#include "text/coding/qdpx_import.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

/// A project of more documents than this holds only those that have codings.
constexpr std::size_t most_uncoded_documents = 200;

using CodedPlace = std::tuple<std::string, std::size_t, std::size_t, std::string, std::string>;

std::set<CodedPlace> coded_places(const WorkspaceView& view) {
    std::set<CodedPlace> places;
    for (const StoredCoding& one : stored_codings(view))
        places.insert({one.doc, one.start, one.end, one.coder, one.code});
    return places;
}

/// Keys of the project's codes, those that are lacking among the edits.
std::map<std::string, std::string> keys_of_codes(const WorkspaceView& view, const CodedProject& project,
                                                 std::int64_t& number, ImportedProject& imported) {
    std::map<std::string, std::string> keys;
    const std::vector<TreeCode> codes = tree_codes(view);
    for (const TreeCode& code : codes) keys.emplace(code.code, code.key);
    std::size_t colors = codes.size();
    for (const CodebookEntry& entry : project.codes) {  // parents before their children
        if (keys.contains(entry.code)) continue;
        TreeCode code{"k" + std::to_string(++number), 0, entry.code};
        if (const auto parent = keys.find(entry.parent); parent != keys.end()) code.parent = parent->second;
        code.description = entry.description;
        code.color = entry.color.size() == 7 ? entry.color : next_code_color(colors);
        ++colors;
        imported.act.edits.push_back({"code", code.key, entry_value(code), 0});
        keys.emplace(entry.code, code.key);
        ++imported.codes;
    }
    return keys;
}

/// Documents of the project that the study has with the same text.
std::set<std::string> shared_documents(const StudyDocuments& documents, const CodedProject& project,
                                       ImportedProject& imported) {
    std::set<std::string> shared;
    for (const ProjectDocument& document : project.documents) {
        const auto place = documents.places.find(document.doc);
        if (place != documents.places.end() && documents.list[place->second].text == document.text)
            shared.insert(document.doc);
        else
            imported.other_texts.push_back(document.doc);
    }
    return shared;
}

}  // namespace

std::vector<CodebookEntry> codebook_of(const std::vector<TreeCode>& codes) {
    std::map<std::string, std::string> names;
    for (const TreeCode& code : codes) names.emplace(code.key, code.code);
    std::vector<CodebookEntry> entries;
    for (const TreeCode& code : codes) {
        const auto parent = names.find(code.parent);
        entries.push_back({code.code, parent == names.end() ? "" : parent->second, code.code, code.description,
                           code.color, "", true});
    }
    return entries;
}

std::string qdpx_of_codings(const std::string& name, const StudyDocuments& documents,
                            const std::vector<TreeCode>& codes, const std::vector<StoredCoding>& codings,
                            const std::vector<ProjectDocument>& former) {
    if (codes.empty()) throw RefusedRequest{400, "There is no code yet to be exported.", ""};
    CodedProject project{name, codebook_of(codes), {}, named_segments(codings, codes)};
    std::set<std::string> coded;
    for (const StoredCoding& one : codings) coded.insert(one.doc);
    const bool all = documents.list.size() <= most_uncoded_documents;
    for (const StudyDocument& document : documents.list)
        if (all || coded.contains(document.id)) project.documents.push_back({document.id, document.text, ""});
    project.documents.insert(project.documents.end(), former.begin(), former.end());
    return write_qdpx(qdpx_of_project(project, name));
}

CodingsToExport codings_to_export(CodingPlaces& places, const std::vector<StoredCoding>& codings) {
    CodingsToExport all;
    std::set<std::string> there;
    for (const StoredCoding& one : codings) {
        PlacedCoding placed = places.placed(one);
        if (placed.where == PlacedCoding::Where::lost) {
            const std::string* const text = places.text_of(one.text);
            if (text == nullptr || placed.words.empty()) continue;  // what was coded is not known
            placed.coding.doc += " (text " + one.text + ")";
            if (there.insert(placed.coding.doc).second) all.former.push_back({placed.coding.doc, *text, ""});
        }
        all.codings.push_back(std::move(placed.coding));
    }
    return all;
}

ImportedProject import_qdpx(const WorkspaceView& view, const StudyDocuments& documents, std::string_view bytes,
                            const std::string& name) {
    const QdpxReading reading = read_qdpx_project(read_qdpx(bytes, name), name);
    ImportedProject imported;
    imported.act.what = "import";
    imported.notes = reading.warnings;
    imported.notes.insert(imported.notes.end(), reading.notes.begin(), reading.notes.end());
    std::int64_t number = view.last_change();
    const auto keys = keys_of_codes(view, reading.project, number, imported);
    imported.shared = shared_documents(documents, reading.project, imported);
    std::set<CodedPlace> there = coded_places(view);
    std::set<std::string> coders;
    for (const Segment& one : reading.project.segments) {
        const std::string& code = keys.at(one.code);
        const StudyDocument* const document =
            imported.shared.contains(one.doc) ? &documents.list[documents.places.at(one.doc)] : nullptr;
        if (document == nullptr || one.end > document->length) continue;
        if (!there.insert({one.doc, one.start, one.end, one.coder, code}).second) continue;
        const StoredCoding coding{
            "c" + std::to_string(++number), 0, one.doc, one.start, one.end, one.coder, code, one.memo, document->hash};
        imported.act.edits.push_back({"coding", coding.key, entry_value(coding), 0});
        coders.insert(one.coder);
        ++imported.codings;
    }
    for (const std::string& coder : coders)
        if (!view.entry("coder", coder)) imported.act.edits.push_back({"coder", coder, "{}"});
    return imported;
}

std::vector<std::string> write_coding_tables(const std::string& study_folder, const std::vector<TreeCode>& codes,
                                             const std::vector<StoredCoding>& codings) {
    // Links within the folder of a study may lead anywhere; nothing is written where they do.
    const ServedFolder folder{study_folder};
    std::error_code failed;
    std::filesystem::create_directories(path_within(folder, "codings"), failed);
    write_table(segment_table(named_segments(codings, codes)), path_within(folder, "codings/segments.csv"));
    write_table(code_tree_table(codebook_of(codes)), path_within(folder, "codings/codebook.csv"));
    return {"codings/segments.csv", "codings/codebook.csv"};
}

std::string bytes_of_base64(std::string_view text) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t group = 0;
    int bits = 0;
    for (const char letter : text) {
        const std::size_t value = letters.find(letter);
        if (value == std::string_view::npos) throw RefusedRequest{400, "The file did not come through whole.", ""};
        group = group << 6U | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(group >> static_cast<unsigned>(bits) & 0xFFU);
    }
    return bytes;
}

}  // namespace tarazy
