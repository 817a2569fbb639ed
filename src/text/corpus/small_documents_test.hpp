#pragma once

// For tests only: packed documents made in memory, and a folder for files.

#include <zip.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tarazy::testing_documents {

/// A folder of the test's own, removed at its end.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "tarazy-text-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    std::string write(const std::string& name, const std::string& bytes) const {
        const std::string file = path_ + '/' + name;
        std::filesystem::create_directories(std::filesystem::path(file).parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    std::string path_;
};

/// A zip archive of these parts.
inline std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    zip_source_open(source);
    std::string bytes;
    char piece[4096];
    for (zip_int64_t got = 0; (got = zip_source_read(source, piece, sizeof piece)) > 0;)
        bytes.append(piece, static_cast<std::size_t>(got));
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

inline std::string document_xml(const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
           body + "</w:body></w:document>";
}

inline std::string docx_bytes(const std::string& body) {
    return zip_bytes({{"word/document.xml", document_xml(body)}});
}

/// A PDF of one page whose content unpacks to `repeats` lines of text.
inline std::string pdf_bytes(std::size_t repeats) {
    std::string content = "BT /F1 12 Tf 20 700 Td ";
    for (std::size_t i = 0; i < repeats; ++i) content += "(Peace and talks) Tj 0 -1 Td\n";
    content += "ET";
    uLongf size = compressBound(static_cast<uLong>(content.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(content.data()),
              static_cast<uLong>(content.size()), 9);
    packed.resize(size);
    const std::vector<std::string> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>stream\n" + packed + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string pdf = "%PDF-1.4\n", places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string place = std::to_string(pdf.size());
        places += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + "xref\n0 6\n0000000000 65535 f \n" + places + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + start +
           "\n%%EOF\n";
}

}  // namespace tarazy::testing_documents
