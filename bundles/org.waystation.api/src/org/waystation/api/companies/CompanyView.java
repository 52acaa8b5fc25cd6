package org.waystation.api.companies;

import java.util.List;
import java.util.Set;
import org.waystation.api.domain.Agreement;
import org.waystation.api.domain.Article;
import org.waystation.api.domain.Asset;
import org.waystation.api.domain.Company;
import org.waystation.api.domain.Contact;
import org.waystation.api.domain.RemoteSession;
import org.waystation.api.domain.Site;
import org.waystation.api.domain.Ticket;

/**
 * A company with what a technician needs beside it.
 *
 * @param row its counts
 * @param agreements in force first, then the others
 * @param contacts the primary one first, then by name
 * @param openTickets those due first first, not all of them
 * @param assetsAtRisk whose warranty or support is over or ends soon, the earliest first, not all of them
 * @param sessions latest first, not all of them
 * @param articles by title
 * @param mayEdit whether the signed-in technician's role changes companies themselves; contacts and sites everybody may
 * @param unsynced fields of the company with a change that waits to be sent
 */
public record CompanyView(
        Company company,
        CompanyRow row,
        List<Agreement> agreements,
        List<Contact> contacts,
        List<Site> sites,
        List<Ticket> openTickets,
        List<Asset> assetsAtRisk,
        List<RemoteSession> sessions,
        List<Article> articles,
        boolean mayEdit,
        Set<String> unsynced) {

    public CompanyView {
        agreements = List.copyOf(agreements);
        contacts = List.copyOf(contacts);
        sites = List.copyOf(sites);
        openTickets = List.copyOf(openTickets);
        assetsAtRisk = List.copyOf(assetsAtRisk);
        sessions = List.copyOf(sessions);
        articles = List.copyOf(articles);
        unsynced = Set.copyOf(unsynced);
    }
}
