#pragma once

#include <zip.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>

// For tests of reading workbooks: archives made part by part.

namespace tarazy {

inline std::string zip_of(const std::map<std::string, std::string>& parts) {
    const std::string path = testing::TempDir() + "small_workbook_test.zip";
    std::filesystem::remove(path);
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    for (const auto& [name, content] : parts) {
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
    }
    zip_close(zip);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::filesystem::remove(path);
    return bytes;
}

/// Two sheets, "first" with the given cells and "second" with one header.
inline std::map<std::string, std::string> workbook_parts(const std::string& sheet_data,
                                                         const std::string& shared = "") {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    return {{"_rels/.rels", "<Relationships xmlns='" + package + "'><Relationship Id='r1' Type='" + office +
                                "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
            {"xl/workbook.xml", "<workbook xmlns='" + main + "' xmlns:r='" + office +
                                    "'><sheets><sheet name='first' sheetId='1' r:id='r1'/><sheet name='second' "
                                    "sheetId='2' r:id='r2'/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships xmlns='" + package + "'><Relationship Id='r1' Type='" + office +
                 "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='" + office +
                 "/worksheet' Target='/xl/worksheets/sheet2.xml'/><Relationship Id='r3' Type='" + office +
                 "/sharedStrings' Target='sharedStrings.xml'/></Relationships>"},
            {"xl/worksheets/sheet1.xml",
             "<worksheet xmlns='" + main + "'><sheetData>" + sheet_data + "</sheetData></worksheet>"},
            {"xl/worksheets/sheet2.xml",
             "<x:worksheet xmlns:x='" + main +
                 "'><x:sheetData><x:row><x:c "
                 "t='inlineStr'><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"},
            {"xl/sharedStrings.xml", "<sst xmlns='" + main + "'>" + shared + "</sst>"}};
}

/// Adds a part of styles with this content.
inline void with_styles(std::map<std::string, std::string>& parts, const std::string& content) {
    parts["xl/styles.xml"] =
        "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>" + content + "</styleSheet>";
    std::string& relations = parts["xl/_rels/workbook.xml.rels"];
    relations.insert(relations.find("</Relationships>"),
                     "<Relationship Id='r9' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                     "/styles' Target='styles.xml'/>");
}

inline std::string workbook(const std::string& sheet_data, const std::string& shared = "") {
    return zip_of(workbook_parts(sheet_data, shared));
}

}  // namespace tarazy
