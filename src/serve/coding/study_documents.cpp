#include "serve/coding/study_documents.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"
#include "study/data_files.hpp"
#include "table/named_cells.hpp"
#include "text/coding/code_points.hpp"
#include "text/corpus/corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_document_files = 20'000;

std::vector<std::string> text_files_of_study(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        // A link could lead out of the study.
        if (!at->is_symlink(failed) && at->is_regular_file(failed) && at->path().extension() == ".txt")
            files.push_back(at->path().string());
        if (files.size() > most_document_files)
            throw LimitError(folder + ": more than " + std::to_string(most_document_files) + " files");
    }
    // By the bytes of the name, so that the order is the same everywhere.
    std::ranges::sort(files);
    return files;
}

void measure_text(StudyDocument& document) {
    document.length = code_point_count(document.text);
    document.hash = sha256_hex(document.text).substr(0, 16);
}

StudyDocument document_of_file(const std::string& file, const std::string& folder) {
    const FileBytes bytes = FileBytes::of_file(file);
    DecodedText decoded;
    decode_text(bytes.view(), file, "", decoded);
    StudyDocument document;
    document.id = fs::path(file).lexically_relative(folder).replace_extension().generic_string();
    document.text = std::string(decoded.text);
    measure_text(document);
    return document;
}

void add_documents_of_data(const StudyFile& study, const StudyData& data, StudyDocuments& documents) {
    const LoadedData loaded = load_data(study, data);
    if (loaded.state != DataState::raw && loaded.state != DataState::file) return;
    std::vector<std::string> warnings;
    Corpus corpus = read_corpus(loaded.table, {}, warnings);
    documents.from += (documents.from.empty() ? "" : ", ") + data.key.text;
    for (std::size_t row = 0; row < corpus.size(); ++row) {
        StudyDocument document;
        document.id = corpus.ids[row];
        // Two data may call two documents alike.
        if (documents.places.contains(document.id)) document.id = data.key.text + "/" + document.id;
        if (!documents.places.emplace(document.id, documents.list.size()).second) continue;
        document.text = std::move(corpus.texts[row]);
        measure_text(document);
        document.language = text_in(corpus.metadata, "language", row);
        const std::string state = text_in(corpus.metadata, "state", row), year = text_in(corpus.metadata, "year", row);
        document.about = state + (state.empty() || year.empty() ? "" : " ") + year;
        document.of_focus = !state.empty() && state == study.focus.text;
        documents.list.push_back(std::move(document));
    }
}

std::vector<const StudyData*> document_data(const StudyFile& study) {
    std::vector<const StudyData*> found;
    for (const StudyData& data : study.data)
        if (data.role.text == "documents") found.push_back(&data);
    return found;
}

void put_in_order(StudyDocuments& documents) {
    std::stable_partition(documents.list.begin(), documents.list.end(), std::mem_fn(&StudyDocument::of_focus));
    documents.places.clear();
    for (std::size_t i = 0; i < documents.list.size(); ++i) documents.places.emplace(documents.list[i].id, i);
}

StudyDocuments documents_of_files(const std::vector<std::string>& files, const std::string& folder) {
    StudyDocuments documents;
    documents.from = "documents/";
    for (const std::string& file : files) documents.list.push_back(document_of_file(file, folder));
    put_in_order(documents);
    return documents;
}

StudyDocuments documents_of_data(const StudyFile& study) {
    StudyDocuments documents;
    for (const StudyData* const data : document_data(study)) add_documents_of_data(study, *data, documents);
    put_in_order(documents);
    if (documents.list.empty())
        documents.why_none = document_data(study).empty()
                                 ? "The study has no documents."
                                 : "The texts of the study are not on this computer, only what was counted in them.";
    return documents;
}

}  // namespace

const StudyDocument& StudyDocuments::document(const std::string& id) const {
    const auto found = places.find(id);
    if (found == places.end()) throw RefusedRequest{404, "There is no document '" + id + "'.", ""};
    return list[found->second];
}

std::vector<DocumentLength> StudyDocuments::lengths() const {
    std::vector<DocumentLength> lengths;
    for (const StudyDocument& document : list) lengths.push_back({document.id, document.length});
    return lengths;
}

std::shared_ptr<const StudyDocuments> DocumentShelf::of(const ServedStudy& study) {
    const std::string folder = (fs::path(study.folder) / "documents").string();
    const std::vector<std::string> files = text_files_of_study(folder);
    // Texts in the folder can be coded even while the study file is being mended.
    std::shared_ptr<const StudyFile> file;
    std::string stamp = stamp_of_files(files);
    if (files.empty()) {
        file = files_->of(study);
        stamp += file->sha256 + '\n';
        for (const StudyData* const data : document_data(*file)) stamp += stamp_of_files(find_data(*file, *data).paths);
    }
    // One thread reads; the others wait for what it has read.
    const std::lock_guard lock(mutex_);
    Shelved& shelved = shelved_[study.folder];
    if (shelved.stamp != stamp || !shelved.documents) {
        shelved.documents =
            std::make_shared<const StudyDocuments>(file ? documents_of_data(*file) : documents_of_files(files, folder));
        shelved.stamp = stamp;
    }
    return shelved.documents;
}

}  // namespace tarazy
