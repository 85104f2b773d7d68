package io.swiftcart.account.addresses;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The caller's own address book. Somebody else's address is not found. */
@Path(AddressResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "manager", "admin"})
@Tag(name = "Addresses")
class AddressResource {
    static final String PATH = "/api/v1/users/me/addresses";

    private final CallerIdentity caller;
    private final AddressBook book;

    AddressResource(CallerIdentity caller, AddressBook book) {
        this.caller = caller;
        this.book = book;
    }

    @GET
    @Operation(operationId = "listAddresses", summary = "My addresses, oldest first")
    public Uni<Page<AddressView>> list(
            @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return book.page(me(), Limit.of(limit), cursor);
    }

    @POST
    @Operation(operationId = "addAddress", summary = "Add an address")
    @APIResponseSchema(
            value = AddressView.class,
            responseCode = "201",
            responseDescription = "Added; Location and ETag are in the headers")
    @APIResponse(responseCode = "409", description = "address-book-full")
    public Uni<RestResponse<AddressView>> add(@NotNull @Valid AddressRequest request) {
        return book.add(me(), request).map(AddressResource::created);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readAddress", summary = "One address")
    @APIResponseSchema(
            value = AddressView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<AddressView>> read(
            @RestPath String id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return book.one(me(), Ids.parse(id)).map(address -> current(address, known));
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeAddress", summary = "Replace an address")
    @APIResponseSchema(
            value = AddressView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "412",
            description =
                    "precondition-failed: it has changed since the ETag in If-Match, which may be left away")
    public Uni<RestResponse<AddressView>> change(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String basis,
            @NotNull @Valid AddressRequest request) {
        Long version = basis == null ? null : Long.valueOf(ETags.required(basis));
        return book.change(me(), Ids.parse(id), version, request)
                .map(address -> tagged(ResponseBuilder.ok(address), address));
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    @Operation(operationId = "removeAddress", summary = "Remove an address")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Void> remove(@RestPath String id) {
        return book.remove(me(), Ids.parse(id));
    }

    private UUID me() {
        return Ids.parse(caller.current().id());
    }

    private static RestResponse<AddressView> created(AddressView address) {
        // As text: a URI would be made absolute with this service's own address, which no caller
        // can reach.
        return tagged(
                ResponseBuilder.create(RestResponse.Status.CREATED, address)
                        .header(HttpHeaders.LOCATION, PATH + "/" + address.id()),
                address);
    }

    private static RestResponse<AddressView> current(AddressView address, @Nullable String known) {
        return ETags.matches(known, address.version())
                ? tagged(ResponseBuilder.notModified(), address)
                : tagged(ResponseBuilder.ok(address), address);
    }

    private static RestResponse<AddressView> tagged(
            ResponseBuilder<AddressView> answer, AddressView address) {
        return answer.header(HttpHeaders.ETAG, ETags.of(address.version())).build();
    }
}
